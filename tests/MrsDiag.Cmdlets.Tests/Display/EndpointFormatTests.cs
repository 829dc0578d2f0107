using System;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Display;
using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Display;

public sealed class EndpointFormatTests
{
    private static readonly EndpointResult Result = new()
    {
        Outcome = CheckOutcome.Failed,
        Uri = "https://mail.contoso.com/EWS/mrsproxy.svc",
        Address = "10.0.0.11",
        Route = EndpointRoute.Direct,
        Vantage = EndpointVantage.Internal,
        StoppedAt = EndpointStage.Tls,
        Message = "The certificate has expired.",
        StartedAt = new DateTime(2024, 5, 1, 10, 0, 12, DateTimeKind.Utc),
        Duration = TimeSpan.FromMilliseconds(1200),
        Observation = new EndpointObservation { PinnedName = "EX01.contoso.com" },
        Checks =
        [
            new() { Stage = EndpointStage.Tcp, Name = "Connection", Outcome = CheckOutcome.Passed, Detail = "connected", Duration = TimeSpan.FromMilliseconds(8.6) },
            new() { Stage = EndpointStage.Tls, Name = "TLS versions", Outcome = CheckOutcome.Warning, Detail = "TLS 1.0 accepted in 12 ms", Duration = TimeSpan.FromMilliseconds(12) },
            new() { Stage = EndpointStage.Tls, Name = "Certificate", Outcome = CheckOutcome.Failed, Detail = string.Join(" ", Enumerable.Repeat("expired", 20)) },
            new() { Stage = EndpointStage.Http, Name = "GET", Outcome = CheckOutcome.NotTested, Detail = "a stage before failed" },
            new() { Stage = EndpointStage.Ntlm, Name = "NTLM challenge", Outcome = CheckOutcome.NotTested, Detail = "a stage before failed" },
            new() { Stage = EndpointStage.Logon, Name = "Logon", Outcome = CheckOutcome.NotTested, Detail = "no credential was given" },
        ],
        Findings =
        [
            new() { RuleId = "MRS1009", Title = "The certificate has expired", Severity = Severity.Error, Confidence = Confidence.High, Message = "Since yesterday.", Remediation = [new Remedy { Text = "Renew it.", RunIn = RunIn.OnPremises }] },
            new() { RuleId = "MRS1010", Title = "An old TLS version is accepted", Severity = Severity.Information, Confidence = Confidence.Low },
        ],
    };

    [EngineFact]
    public void The_answer_names_the_stage_in_the_words_of_the_field() =>
        Assert.Equal("FAILED at TLS: The certificate has expired.", EndpointFormat.Answer(PSObject.AsPSObject(Result)));

    [EngineFact]
    public void A_pinned_server_is_told_by_name_and_address_with_what_that_means() =>
        Assert.Equal(
            "10.0.0.11 (EX01.contoso.com), directly, past DNS and load balancer, from inside; Exchange Online takes another path",
            EndpointFormat.Place(PSObject.AsPSObject(Result)).Replace("\n", " "));

    [EngineFact]
    public void What_was_tested_stands_behind_its_mark_and_a_time_is_told_once()
    {
        string[] lines = EndpointFormat.Stages(PSObject.AsPSObject(Result)).Split('\n');
        Assert.Equal("[ ok ] TCP Connection: connected (9 ms)", lines[0]);
        Assert.Equal("[look] TLS versions: TLS 1.0 accepted in 12 ms", lines[1]);
        Assert.StartsWith("[FAIL] TLS Certificate: expired", lines[2], StringComparison.Ordinal);
        Assert.All(lines[3..], l => Assert.StartsWith("       expired", l, StringComparison.Ordinal));
        Assert.All(lines, l => Assert.True(l.Length <= 87));
    }

    [EngineFact]
    public void What_was_not_tested_is_one_line_a_reason() =>
        Assert.Equal("HTTP, NTLM: a stage before failed\nLogon: no credential was given", EndpointFormat.NotTested(PSObject.AsPSObject(Result)));

    [EngineFact]
    public void Findings_are_numbered_with_their_sureness_and_their_steps() =>
        Assert.Equal(
            "1. The certificate has expired (Error, high confidence, MRS1009)\n   Since yesterday.\n   - [OnPremises] Renew it.\n"
            + "2. An old TLS version is accepted (Information, low confidence, MRS1010)",
            EndpointFormat.Findings(PSObject.AsPSObject(Result)));

    [EngineFact]
    public void Begin_and_length_are_told_in_UTC() => Assert.Equal("2024-05-01 10:00 UTC, 1.2 s", EndpointFormat.When(PSObject.AsPSObject(Result)));

    [EngineTheory]
    [InlineData("EX01.contoso.com", "EX01")]
    [InlineData("EX01", "EX01")]
    [InlineData(null, "")]
    public void Computers_go_by_their_short_names(string? name, string expected) => Assert.Equal(expected, EndpointFormat.Computer(name));

    [EngineFact]
    public void Nothing_at_all_gives_texts_and_no_exception() =>
        Assert.All(
            new Func<PSObject?, string>[] { EndpointFormat.Answer, EndpointFormat.Place, EndpointFormat.Stages, EndpointFormat.NotTested, EndpointFormat.Findings, EndpointFormat.When },
            method => Assert.NotNull(method(null)));

    [EngineFact]
    public void Outcomes_that_a_newer_version_wrote_stand_for_themselves()
    {
        PSObject result = new();
        result.Properties.Add(new PSNoteProperty("Outcome", "Postponed"));
        result.Properties.Add(new PSNoteProperty("StoppedAt", "Quic"));
        Assert.Equal("Postponed at Quic", EndpointFormat.Answer(result));
    }
}
