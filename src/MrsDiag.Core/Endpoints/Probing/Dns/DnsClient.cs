using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Wire.Dns;

namespace MrsDiag.Endpoints.Probing;

// Asks DNS servers over UDP, twice, and over TCP where the answer does not fit. For what the system's resolver does not tell: aliases,
// times to live, SRV.
internal sealed class DnsClient(EndpointProbeOptions options, LocalNetwork network)
{
    private const int MaxServers = 3;
    private const int Attempts = 2;

    /// <summary>The servers to ask: those of the option, else those of this computer.</summary>
    public IReadOnlyList<IPEndPoint> Servers { get; } = options.DnsServers.Count > 0
        ? options.DnsServers
        : [.. network.DnsServers.Take(MaxServers).Select(static server => new IPEndPoint(server, 53))];

    /// <summary>Asks one server after the other until one can answer.</summary>
    /// <returns>
    /// The first answer that settles the question; else the last that came; <see cref="CallEnd.NotTried"/> where no server is known.
    /// </returns>
    public async Task<DnsReply> AskAsync(string name, DnsType type, CancellationToken cancellationToken)
    {
        DnsReply last = new(null, "", CallEnd.NotTried, "No DNS server is known.");
        Stopwatch clock = Stopwatch.StartNew();
        foreach (IPEndPoint server in Servers)
        {
            TimeSpan left = options.StageTimeout - clock.Elapsed;
            if (left <= TimeSpan.Zero)
                break;
            DnsReply reply = await AskAsync(server, name, type, left, cancellationToken).ConfigureAwait(false);
            if (reply.Message is not null || last.Message is null)
                last = reply;
            if (reply.Message?.Code is DnsResponseCode.NoError or DnsResponseCode.NameError)
                break;
        }
        return last;
    }

    /// <summary>Asks one server.</summary>
    public async Task<DnsReply> AskAsync(IPEndPoint server, string name, DnsType type, TimeSpan limit, CancellationToken cancellationToken)
    {
        options.Log?.Invoke($"DNS query {type.ToString().ToUpperInvariant()} {name}: {server}");
        TimeSpan patience = TimeSpan.FromTicks(Math.Min(limit.Ticks / Attempts, TimeSpan.FromSeconds(2).Ticks));
        try
        {
            DnsMessage? message = null;
            for (int attempt = 0; attempt < Attempts && message is null; attempt++)
                message = await AskUdpAsync(server, name, type, patience, cancellationToken).ConfigureAwait(false);
            if (message is null)
            {
                return new DnsReply(null, server.ToString(), CallEnd.TimedOut,
                    FormattableString.Invariant($"No answer to {Attempts} queries within {patience.TotalSeconds:0.###} seconds each."));
            }
            if (message.IsTruncated)
                message = await AskTcpAsync(server, name, type, limit, cancellationToken).ConfigureAwait(false);
            return new DnsReply(message, server.ToString(), CallEnd.Succeeded, "");
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (DnsFormatException e)
        {
            return new DnsReply(null, server.ToString(), CallEnd.Malformed, e.Message);
        }
        catch (Exception e)
        {
            CallFailure failure = CallFailure.From(e, limit);
            return new DnsReply(null, server.ToString(), failure.End, failure.Error);
        }
    }

    // Null where no answer came in time.
    private static async Task<DnsMessage?> AskUdpAsync(
        IPEndPoint server, string name, DnsType type, TimeSpan limit, CancellationToken cancellationToken)
    {
        ushort id = NewId();
        byte[] query = DnsQuery.Create(id, name, type);
        // A new socket has a new port: together with the number hard to guess.
        using Socket socket = new(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server).ConfigureAwait(false);
        await socket.SendAsync(new ArraySegment<byte>(query), SocketFlags.None).ConfigureAwait(false);
        byte[] buffer = new byte[65536];
        Stopwatch clock = Stopwatch.StartNew();
        while (true)
        {
            int length;
            try
            {
                length = await TimeLimit.RunAsync(
                    () => socket.ReceiveAsync(new ArraySegment<byte>(buffer), SocketFlags.None), Left(limit, clock), socket, cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                return null;
            }
            DnsMessage message = DnsMessage.Read(buffer, length);
            if (DnsAnswers.Fits(message, id, name, type))
                return message;
        }
    }

    private static async Task<DnsMessage> AskTcpAsync(
        IPEndPoint server, string name, DnsType type, TimeSpan limit, CancellationToken cancellationToken)
    {
        Stopwatch clock = Stopwatch.StartNew();
        TcpResult tcp = await TcpConnector.ConnectAsync(server.Address, server.Port, limit, cancellationToken).ConfigureAwait(false);
        if (tcp.Socket is not { } socket)
            throw new DnsFormatException($"The answer over UDP was cut, and TCP did not work. {tcp.Error}");
        using WireConnection connection = new(socket);
        ushort id = NewId();
        byte[] query = DnsQuery.Create(id, name, type);
        byte[] framed = RequestBytes.Join([(byte)(query.Length >> 8), (byte)query.Length], query);
        await connection.WriteAsync(framed, Left(limit, clock), cancellationToken).ConfigureAwait(false);
        byte[] message = [];
        while (message.Length < 2 || message.Length < 2 + ((message[0] << 8) | message[1]))
        {
            int? count = await connection.ReadAsync(Left(limit, clock), cancellationToken).ConfigureAwait(false);
            if (count is null)
                throw new TimeoutException();
            if (count == 0)
                throw new DnsFormatException("The server closed the TCP connection inside its answer.");
            byte[] more = new byte[count.Value];
            Buffer.BlockCopy(connection.Buffer, 0, more, 0, more.Length);
            message = RequestBytes.Join(message, more);
        }
        byte[] body = new byte[(message[0] << 8) | message[1]];
        Buffer.BlockCopy(message, 2, body, 0, body.Length);
        DnsMessage answer = DnsMessage.Read(body, body.Length);
        return DnsAnswers.Fits(answer, id, name, type) ? answer : throw new DnsFormatException("The answer over TCP belongs to another query.");
    }

    private static TimeSpan Left(TimeSpan limit, Stopwatch clock) => limit > clock.Elapsed ? limit - clock.Elapsed : TimeSpan.Zero;

    private static ushort NewId()
    {
        byte[] bytes = new byte[2];
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return (ushort)((bytes[0] << 8) | bytes[1]);
    }
}
