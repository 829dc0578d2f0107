using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using MrsDiag.Core.Tests.Wire;
using MrsDiag.Core.Tests.Wire.Dns;

namespace MrsDiag.Core.Tests.Endpoints.Discovery;

/// <summary>A DNS server on loopback that knows one SRV record and says NXDOMAIN to everything else.</summary>
internal sealed class FakeDnsServer : IDisposable
{
    private const int Srv = 33;

    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly string _name;
    private readonly byte[] _data;

    public FakeDnsServer(string name, string host, int port)
    {
        _name = name;
        _data = WireBytes.Join(ResponseBytes.Two(0), ResponseBytes.Two(0), ResponseBytes.Two(port), ResponseBytes.Name(host));
        _ = ServeAsync();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_socket.Client.LocalEndPoint!;

    public void Dispose() => _socket.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                UdpReceiveResult query = await _socket.ReceiveAsync();
                byte[] answer = Answer(query.Buffer);
                await _socket.SendAsync(answer, answer.Length, query.RemoteEndPoint);
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
        }
    }

    private byte[] Answer(byte[] query)
    {
        string name = ReadName(query, out int end);
        int type = (query[end] << 8) | query[end + 1];
        bool known = type == Srv && string.Equals(name, _name, StringComparison.OrdinalIgnoreCase);
        byte[] message = known
            ? ResponseBytes.Message(name, type, [ResponseBytes.Record(ResponseBytes.Question, Srv, _data)])
            : ResponseBytes.Message(name, type, [], flags: 0x8183);
        return [query[0], query[1], .. message.Skip(2)];
    }

    private static string ReadName(byte[] query, out int end)
    {
        string name = "";
        end = 12;
        while (query[end] != 0)
        {
            name += (name.Length > 0 ? "." : "") + WireBytes.Text([.. query.Skip(end + 1).Take(query[end])]);
            end += query[end] + 1;
        }
        end++;
        return name;
    }
}
