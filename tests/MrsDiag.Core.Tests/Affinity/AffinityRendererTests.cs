using System;
using System.Linq;
using MrsDiag.Affinity;
using MrsDiag.Endpoints;
using MrsDiag.Text;
using Xunit;

namespace MrsDiag.Core.Tests.Affinity;

public sealed class AffinityRendererTests
{
    private static readonly DateTime Start = new(2024, 5, 1, 10, 0, 0, DateTimeKind.Utc);

    private static AffinityResult Result() => new()
    {
        Outcome = CheckOutcome.Failed,
        Verdict = AffinityVerdict.NoAffinity,
        Uri = "https://mail.contoso.com/EWS/mrsproxy.svc",
        HostName = "mail.contoso.com",
        Message = string.Join(" ", Enumerable.Repeat("servers change", 20)) + ".",
        Servers =
        [
            new() { Server = "CAS1", Hits = 15, First = Start, Last = Start.AddSeconds(9), Signs = ["NTLM", "X-FEServer"] },
            new() { Server = "CAS-WEST2", Hits = 3, First = Start.AddSeconds(1), Last = Start.AddSeconds(4), Signs = ["NTLM"] },
        ],
        Observation = new()
        {
            Idle =
            [
                new() { Wait = TimeSpan.FromSeconds(30), End = CallEnd.Succeeded, Status = 401, ServerBefore = "CAS1", ServerAfter = "CAS2" },
                new() { Wait = TimeSpan.FromSeconds(60), End = CallEnd.Closed, EndedAfter = TimeSpan.FromSeconds(40) },
                new() { Wait = TimeSpan.FromSeconds(110), End = CallEnd.TimedOut },
            ],
            NotTested = ["Cookies: no answer set one."],
        },
    };

    [Fact]
    public void The_answer_has_the_verdict_first_then_the_servers_in_columns_and_the_idle_times()
    {
        string[] lines = AffinityRenderer.Render(Result(), 100).Split('\n');
        Assert.Equal("== https://mail.contoso.com/EWS/mrsproxy.svc", lines[0]);
        Assert.Equal("FAILED, NoAffinity: new connections reach different servers", lines[1]);
        Assert.Contains("    Server     Hits  First     Last      Signs", lines);
        Assert.Contains("    CAS1         15  10:00:00  10:00:09  NTLM, X-FEServer", lines);
        Assert.Contains("    CAS-WEST2     3  10:00:01  10:00:04  NTLM", lines);
        Assert.Contains("    30 s of silence: could still be used (answer 401); CAS1 before, CAS2 after", lines);
        Assert.Contains("    1 min of silence: ended in order (FIN) after 40 s", lines);
        Assert.Contains("    1 min 50 s of silence: dropped without a word: its use got no answer", lines);
        Assert.Contains("    [ -- ] Cookies: no answer set one.", lines);
        Assert.All(lines, l => Assert.True(l.Length <= 100, l));
    }

    [Fact]
    public void Without_a_named_server_there_is_no_table()
    {
        AffinityResult result = Result();
        result.Servers = [];
        Assert.DoesNotContain("Hits", AffinityRenderer.Render(result, 100), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AffinityVerdict.Inconclusive)]
    [InlineData(AffinityVerdict.OneServerSeen)]
    [InlineData(AffinityVerdict.SourceAffinity)]
    [InlineData(AffinityVerdict.CookieOnly)]
    [InlineData(AffinityVerdict.NoAffinity)]
    [InlineData(AffinityVerdict.ConnectionMultiplexed)]
    [InlineData(AffinityVerdict.DnsRoundRobin)]
    public void Every_verdict_has_its_words(AffinityVerdict verdict) =>
        Assert.StartsWith($"passed, {verdict}: ", AffinityText.Verdict("Passed", verdict.ToString()), StringComparison.Ordinal);

    [Fact]
    public void Names_of_a_newer_version_stand_for_themselves()
    {
        Assert.Equal("passed, Quantum", AffinityText.Verdict("Passed", "Quantum"));
        Assert.Equal("Teleported", AffinityText.Variant("Teleported"));
        Assert.Equal("held open", AffinityText.Variant("HeldOpen"));
    }
}
