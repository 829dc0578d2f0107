using System;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Text;
using Xunit;

namespace MrsDiag.Core.Tests.Text;

public sealed class EndpointRendererTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(100)]
    public void A_result_reads_from_the_answer_to_the_steps_and_fits(int width)
    {
        EndpointResult result = new()
        {
            Outcome = CheckOutcome.Failed,
            Uri = "https://mail.contoso.com/",
            Address = "203.0.113.10",
            Server = "EX01",
            StoppedAt = EndpointStage.Expect,
            Message = "501 for Expect: 100-continue, 401 without it.",
            Checks =
            [
                new() { Stage = EndpointStage.Http, Name = "GET without logon", Outcome = CheckOutcome.Passed, Detail = "401, offers Negotiate and NTLM", Duration = TimeSpan.FromMilliseconds(14) },
                new() { Stage = EndpointStage.Logon, Name = "Logon", Outcome = CheckOutcome.NotTested, Detail = "no credential was given" },
                new() { Stage = EndpointStage.Expect, Name = "100-continue", Outcome = CheckOutcome.Failed, Detail = "501" },
            ],
            Findings = [new() { RuleId = "MRS7008", Title = "A load balancer answers 501", Message = "Only with Expect.", Severity = Severity.Error }],
        };
        string text = EndpointRenderer.Render(result, width);
        Assert.All(text.Split('\n'), l => Assert.True(l.Length <= width, l));
        string[] order = ["== https://mail.contoso.com/", "FAILED at Expect 100: 501", "203.0.113.10, as", "Server: EX01", "[ ok ] HTTP GET", "[FAIL] 100-continue: 501", "[ -- ] Logon:", "ERROR MRS7008: A load"];
        int[] places = order.Select(o => text.IndexOf(o, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.OrderBy(p => p), places);
    }

    [Fact]
    public void A_name_without_an_address_says_so() =>
        Assert.Equal("nothing, since the name gave no address", EndpointWords.Place("", "Name", "", "Unknown"));

    [Theory]
    [InlineData("Tls", "Handshake", "done", "TLS Handshake: done")]
    [InlineData("Tls", "TLS versions", "TLS 1.2", "TLS versions: TLS 1.2")]
    [InlineData("Expect", "100-continue", "", "100-continue")]
    [InlineData("Health", "", "healthy", "health: healthy")]
    public void A_check_is_named_once(string stage, string name, string detail, string expected) =>
        Assert.Equal(expected, EndpointWords.Check(stage, name, detail, duration: null));
}
