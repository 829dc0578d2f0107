using System;
using System.Management.Automation;
using MrsDiag.Affinity;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Display;
using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Display;

public sealed class AffinityFormatTests
{
    private static readonly DateTime Start = new(2024, 5, 1, 10, 0, 0, DateTimeKind.Utc);

    private static readonly AffinityResult Result = new()
    {
        Outcome = CheckOutcome.Failed,
        Verdict = AffinityVerdict.NoAffinity,
        Requests = 34,
        StartedAt = Start,
        Duration = TimeSpan.FromSeconds(12),
        Servers =
        [
            new() { Server = "CAS1", Hits = 15, First = Start, Last = Start.AddSeconds(9), Signs = ["NTLM", "X-FEServer"] },
            new() { Server = "CAS2", Hits = 3, First = Start.AddSeconds(1), Last = Start.AddSeconds(4), Signs = ["NTLM"] },
        ],
        Observation = new()
        {
            ComputerName = "ADMIN01",
            Idle = [new() { Wait = TimeSpan.FromSeconds(60), End = CallEnd.Reset, EndedAfter = TimeSpan.FromSeconds(40) }],
            NotTested = ["Cookies: no answer set one."],
        },
    };

    private static readonly AffinityTrial Trial = new()
    {
        Variant = AffinityVariant.TlsResumption,
        NtlmComputer = "CAS1",
        FrontEndServer = "PROXY",
        Status = 401,
        Resumed = true,
        SetCookies = ["BIGipServerpool"],
        ConnectionClosed = true,
    };

    [EngineFact]
    public void The_verdict_is_one_line() =>
        Assert.Equal("FAILED, NoAffinity: new connections reach different servers", AffinityFormat.Verdict(PSObject.AsPSObject(Result)));

    [EngineFact]
    public void Servers_are_a_small_table_and_in_a_column_their_hits()
    {
        string[] lines = AffinityFormat.Servers(PSObject.AsPSObject(Result)).Split('\n');
        Assert.Equal(["Server  Hits  First     Last      Signs", "CAS1      15  10:00:00  10:00:09  NTLM, X-FEServer", "CAS2       3  10:00:01  10:00:04  NTLM"], lines);
        Assert.Equal("CAS1 15, CAS2 3", AffinityFormat.Hits(PSObject.AsPSObject(Result)));
    }

    [EngineFact]
    public void Idle_times_and_what_was_not_tried_are_told()
    {
        Assert.Equal("1 min of silence: cut off (RST) after 40 s", AffinityFormat.Idle(PSObject.AsPSObject(Result)));
        Assert.Equal("Cookies: no answer set one.", AffinityFormat.NotTested(PSObject.AsPSObject(Result)));
    }

    [EngineFact]
    public void Begin_length_requests_and_place_are_told() =>
        Assert.Equal("2024-05-01 10:00 UTC, 12 s, 34 requests, from ADMIN01", AffinityFormat.When(PSObject.AsPSObject(Result)));

    [EngineFact]
    public void A_trial_tells_its_server_by_the_strongest_sign_and_what_its_connection_was()
    {
        PSObject trial = PSObject.AsPSObject(Trial);
        Assert.Equal("with TLS resumption", AffinityFormat.Variant(trial));
        Assert.Equal("CAS1", AffinityFormat.Server(trial));
        Assert.Equal("401, TLS resumed, sets BIGipServerpool, closed", AffinityFormat.Answer(trial));
        Assert.Equal("TimedOut: no answer", AffinityFormat.Answer(PSObject.AsPSObject(new AffinityTrial { End = CallEnd.TimedOut, Error = "no answer" })));
    }

    [EngineFact]
    public void Nothing_at_all_gives_texts_and_no_exception() =>
        Assert.All(
            new Func<PSObject?, string>[]
            {
                AffinityFormat.Verdict, AffinityFormat.Servers, AffinityFormat.Hits, AffinityFormat.Idle, AffinityFormat.NotTested, AffinityFormat.When,
                AffinityFormat.Variant, AffinityFormat.Server, AffinityFormat.Answer, item => AffinityFormat.Clock(item, "First"),
            },
            method => Assert.NotNull(method(null)));
}
