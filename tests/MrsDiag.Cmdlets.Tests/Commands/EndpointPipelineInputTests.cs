using System.Linq;
using System.Management.Automation;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Commands;

public sealed class EndpointPipelineInputTests
{
    private static readonly EndpointObservation Seen = new()
    {
        Uri = "https://mail.contoso.com/EWS/mrsproxy.svc",
        Host = "mail.contoso.com",
        Dns = new DnsObservation { End = CallEnd.Failed, Error = "no such host" },
    };

    [EngineTheory]
    [InlineData("$seen | Test-MrsProxyEndpoint", 1)]
    [InlineData("Test-MrsProxyEndpoint -InputObject $seen", 1)]
    [InlineData("$seen, $seen | Test-MrsProxyEndpoint", 2)]
    [InlineData("Test-MrsProxyEndpoint -InputObject $seen, $seen", 2)]
    [InlineData("$seen | Test-MrsProxyEndpoint | Test-MrsProxyEndpoint", 1)]
    [InlineData("$seen | Test-MrsProxyEndpoint | Test-MrsProxyEndpoint -Ordered -Severity Warning -EvidenceCount 0", 1)]
    public void Saved_observations_are_judged_however_they_arrive(string script, int expected)
    {
        using Session session = new();
        PSObject[] results = [.. session.Run(script, ("seen", Seen))];
        Assert.Empty(session.Errors);
        Assert.Equal(expected, results.Length);
        Assert.All(results, r => Assert.Equal((CheckOutcome.Failed, EndpointStage.Dns), (((EndpointResult)r.BaseObject).Outcome, ((EndpointResult)r.BaseObject).StoppedAt)));
    }

    [EngineTheory]
    [InlineData(CallEnd.Failed, false)]
    [InlineData(CallEnd.NotTried, false)]
    public void Quiet_gives_false_for_what_failed_and_for_what_was_not_tested(CallEnd dns, bool expected)
    {
        using Session session = new();
        EndpointObservation seen = new() { Uri = Seen.Uri, Host = Seen.Host, Dns = new DnsObservation { End = dns } };
        Assert.Equal(expected, session.Run("$seen | Test-MrsProxyEndpoint -Quiet", ("seen", seen)).Single().BaseObject);
    }

    [EngineTheory]
    [InlineData("5 | Test-MrsProxyEndpoint")]
    [InlineData("$null | Test-MrsProxyEndpoint")]
    [InlineData("'' | Test-MrsProxyEndpoint")]
    [InlineData("@{} | Test-MrsProxyEndpoint")]
    [InlineData("Test-MrsProxyEndpoint -InputObject @()")]
    [InlineData("$list = [System.Collections.ArrayList]::new(); $null = $list.Add($list); Test-MrsProxyEndpoint -InputObject $list")]
    public void What_names_no_endpoint_is_one_error_with_a_target(string script)
    {
        using Session session = new();
        Assert.Empty(session.Run(script));
        Assert.NotNull(Assert.Single(session.Errors).TargetObject);
    }

    [EngineFact]
    public void A_virtual_directory_that_is_left_out_says_why()
    {
        using Session session = new();
        session.Run(
            "[pscustomobject] @{ Identity = 'EX01\\EWS (Exchange Back End)'; Server = 'EX01'; MRSProxyEnabled = $false; ExternalUrl = $null; InternalUrl = $null;"
            + " WebSiteName = 'Exchange Back End'; WindowsAuthentication = $true } | Test-MrsProxyEndpoint");
        Assert.Empty(session.Errors);
        Assert.Contains("Nothing was tested.", Assert.Single(session.Shell.Streams.Warning).Message, System.StringComparison.Ordinal);
    }
}
