using System;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>Servers that send what no server should: the probe ends in time, keeps its memory, and says what came.</summary>
public sealed class HostileTests
{
    private const string Nul = "HTTP/1.1 401 Unauthorized\r\nX-Odd: a\0b\r\nWWW-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n";
    private const string BareLineFeeds = "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: NTLM\nWWW-Authenticate: Negotiate\nContent-Length: 0\n\n";

    /// <summary>Ten times what the stages together may take.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromTicks(10 * Probe.Short.Timeout.Ticks);

    [Theory]
    [InlineData("slow loris", CallEnd.TimedOut)]
    [InlineData("endless header", CallEnd.Malformed)]
    [InlineData("bogus length", CallEnd.Malformed)]
    [InlineData("two lengths", CallEnd.Malformed)]
    [InlineData("no HTTP", CallEnd.Malformed)]
    [InlineData("silence", CallEnd.TimedOut)]
    public async Task An_answer_without_end_or_sense_is_given_up(string kind, CallEnd end)
    {
        EndpointResult result = await AskAsync(kind);
        Assert.Equal(end, result.Exchange(ExchangePurpose.Get).End);
        Assert.NotEqual("", result.Exchange(ExchangePurpose.Get).Error);
        Assert.Equal(EndpointStage.Http, result.StoppedAt);
        Assert.NotEmpty(result.Causes());
    }

    [Theory]
    [InlineData("endless header")]
    [InlineData("endless chunks")]
    [InlineData("endless body")]
    [InlineData("endless interim")]
    public async Task Memory_stays_flat_however_much_is_sent(string kind)
    {
        long before = Held();
        EndpointResult result = await AskAsync(kind);
        // Other tests run in the same process; what nine answers without end would hold, were they kept, is far more.
        Assert.InRange(Held() - before, long.MinValue, 64L << 20);
        Assert.All(result.Observation.Exchanges, e => Assert.True(e.Body.Length <= 2000 && e.BodyLength <= 8 << 20 && e.Headers.Length <= 1000, $"{e.Purpose} {e.BodyLength}"));
        Assert.NotEqual(CheckOutcome.Passed, result.Outcome);
    }

    [Fact]
    public async Task A_banner_of_another_protocol_is_no_TLS()
    {
        using RawServer server = new(RawScripts.Banner());
        EndpointResult result = await Probe.OneAsync(Probe.Short, Probe.Direct(server.EndPoint));
        Assert.NotEqual(CallEnd.Succeeded, result.Observation.Tls.End);
        Assert.Contains(result.Observation.Tls.Versions, v => v.Answer == "notTls");
        Assert.DoesNotContain(result.Observation.Tls.Versions, v => v.Answer == "accepted");
        Assert.Equal(EndpointStage.Tls, result.StoppedAt);
        Assert.False(result.Has("MRS1010"), result.Tell());
        Assert.NotEmpty(result.Causes());
    }

    [Fact]
    public async Task A_banner_of_another_protocol_is_no_HTTP()
    {
        using RawServer server = new(RawScripts.Banner());
        EndpointResult result = await Probe.OneAsync(Probe.Short, Probe.Direct(server.EndPoint, "http"));
        Assert.Equal(CallEnd.Malformed, result.Exchange(ExchangePurpose.Get).End);
        Assert.True(result.Has("MRS7035") && result.Has("MRS1021"), result.Tell());
    }

    [Theory]
    [InlineData("TlRMTVNTUAACAAAA")]
    [InlineData("TlRMTVNTUAACAAAA////fwAAAAAFgomiAQIDBAUGBwgAAAAAAAAAAP///38AAAAA")]
    [InlineData("!!not base64!!")]
    [InlineData("TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAAKAGNFAAAADw==")]
    public async Task A_broken_challenge_names_nobody_and_breaks_nothing(string token)
    {
        using RawServer server = new(RawScripts.Answer(RawScripts.Unauthorized.Replace(": NTLM", ": NTLM " + token, StringComparison.Ordinal)), Probe.Good);
        EndpointResult result = await Probe.OneAsync(Probe.Hasty, Probe.Direct(server.EndPoint));
        ChallengeObservation challenge = result.Observation.Challenges.Single(c => c.Scheme == "NTLM");
        Assert.True(!challenge.HasChallenge || challenge.Anomalies.Length > 0, result.Tell());
        Assert.Equal("", challenge.NetBiosComputerName + result.Server);
        Assert.Equal(!challenge.HasChallenge, result.Has("MRS1041"));
    }

    [Theory]
    [InlineData(Nul)]
    [InlineData(BareLineFeeds)]
    public async Task What_breaks_HTTP_is_named_or_refused(string answer)
    {
        using RawServer server = new(RawScripts.Answer(answer), Probe.Good);
        HttpExchange get = (await Probe.OneAsync(Probe.Hasty, Probe.Direct(server.EndPoint))).Exchange(ExchangePurpose.Get);
        Assert.True(get.End == CallEnd.Malformed && get.Error.Length > 0 || get.Status == 401 && get.Anomalies.Length > 0, $"{get.End} {get.Status} {get.Error}");
        Assert.All(get.Headers, h => Assert.DoesNotContain('\0', h.Value));
    }

    private static async Task<EndpointResult> AskAsync(string kind)
    {
        using RawServer server = new(Script(kind), Probe.Good);
        Stopwatch watch = Stopwatch.StartNew();
        EndpointResult result = await Probe.OneAsync(Probe.Short, Probe.Direct(server.EndPoint));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Guard);
        return result;
    }

    private static Func<RawConnection, Task> Script(string kind) => kind switch
    {
        "slow loris" => RawScripts.SlowLoris(TimeSpan.FromMilliseconds(100)),
        "endless header" => RawScripts.EndlessHeader,
        "endless chunks" => RawScripts.EndlessChunks,
        "endless body" => Flood("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n", new string('a', 1 << 16)),
        "endless interim" => Flood("", string.Concat(Enumerable.Repeat(RawScripts.Continue, 1000))),
        "bogus length" => RawScripts.Answer("HTTP/1.1 401 Unauthorized\r\nContent-Length: -5\r\n\r\n"),
        "two lengths" => RawScripts.Answer("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nContent-Length: 7\r\n\r\n"),
        "no HTTP" => RawScripts.Answer("SSH-2.0-OpenSSH_9.6\r\n"),
        _ => RawScripts.Silent,
    };

    private static Func<RawConnection, Task> Flood(string head, string block) => async connection =>
    {
        await connection.ReadHeadAsync();
        await connection.SendAsync(head);
        while (true) await connection.SendAsync(block);
    };

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);
}
