using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Core.Tests.Endpoints.Probing.Support;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;
using MrsDiag.Wire.Dns;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Probing;

public class DnsClientTests
{
    [Fact]
    public async Task A_lost_query_is_repeated()
    {
        int queries = 0;
        using UdpClient server = Serve(query => Interlocked.Increment(ref queries) == 1 ? [] : [Answer(query)]);
        DnsReply reply = await AskAsync(server);
        Assert.Equal((CallEnd.Succeeded, "192.0.2.1"), (reply.End, Assert.Single(reply.Message!.Answers).Value));
        Assert.Equal(2, queries);
    }

    [Fact]
    public async Task An_answer_to_another_query_is_not_believed()
    {
        using UdpClient server = Serve(query =>
        {
            byte[] forged = Answer(query);
            forged[0] ^= 0xFF;
            forged[forged.Length - 1] = 99;
            return [forged, Answer(query)];
        });
        Assert.Equal("192.0.2.1", Assert.Single((await AskAsync(server)).Message!.Answers).Value);
    }

    [Fact]
    public async Task A_server_that_cannot_answer_is_passed_over()
    {
        using UdpClient failing = Serve(query =>
        {
            byte[] answer = Answer(query);
            answer[3] = (byte)((answer[3] & 0xF0) | 2);
            return [answer];
        });
        using UdpClient healthy = Serve(query => [Answer(query)]);
        DnsReply reply = await AskAsync(failing, healthy);
        Assert.Equal(("", healthy.Client.LocalEndPoint!.ToString()), (reply.CodeName, reply.Server));
        Assert.Equal("SERVFAIL", (await AskAsync(failing)).CodeName);
    }

    [Fact]
    public async Task Rubbish_is_malformed()
    {
        using UdpClient server = Serve(_ => [[1, 2, 3]]);
        Assert.Equal(CallEnd.Malformed, (await AskAsync(server)).End);
    }

    [Fact]
    public async Task Without_a_server_nothing_is_tried()
    {
        DnsClient client = new(ProbeBench.Quick with { DnsServers = [] }, new LocalNetwork([], []));
        DnsReply reply = await client.AskAsync("mail.contoso.com", DnsType.A, CancellationToken.None);
        Assert.Equal((CallEnd.NotTried, "No DNS server is known."), (reply.End, reply.Error));
    }

    [Fact]
    public async Task A_short_name_is_not_asked_of_a_DNS_server()
    {
        DnsObservation observation = new();
        DnsClient client = new(ProbeBench.Quick, new LocalNetwork([], []));
        await new DnsLookup(client).RunAsync("ex01", observation, CancellationToken.None);
        Assert.Equal(CallEnd.NotTried, observation.QueryEnd);
        Assert.NotEmpty(observation.QueryError);
    }

    private static Task<DnsReply> AskAsync(params UdpClient[] servers)
    {
        EndpointProbeOptions options = ProbeBench.Quick with { DnsServers = [.. servers.Select(server => (IPEndPoint)server.Client.LocalEndPoint!)] };
        return new DnsClient(options, new LocalNetwork([], [])).AskAsync("mail.contoso.com", DnsType.A, CancellationToken.None);
    }

    private static UdpClient Serve(Func<byte[], IEnumerable<byte[]>> answer)
    {
        UdpClient server = new(new IPEndPoint(IPAddress.Loopback, 0));
        _ = RunAsync();
        return server;

        async Task RunAsync()
        {
            try
            {
                while (true)
                {
                    UdpReceiveResult query = await server.ReceiveAsync();
                    foreach (byte[] message in answer(query.Buffer))
                        await server.SendAsync(message, message.Length, query.RemoteEndPoint);
                }
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException)
            {
            }
        }
    }

    // The query's head and question (the options behind it cut off), and one address.
    private static byte[] Answer(byte[] query)
    {
        byte[] head = [query[0], query[1], 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0];
        int end = 12;
        while (query[end] != 0)
            end += query[end] + 1;
        return [.. head, .. query.Skip(12).Take(end + 5 - 12), 0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 1];
    }
}
