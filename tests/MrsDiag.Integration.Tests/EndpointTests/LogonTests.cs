using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>The call with credentials, against a real NTLM server.</summary>
public sealed class LogonTests
{
    [PeerTheory("apache2")]
    [InlineData("NTLM")]
    [InlineData("Negotiate")]
    [InlineData("Basic")]
    public async Task The_right_password_is_accepted_by_each_scheme(string scheme)
    {
        using ApacheFrontEnd server = Start(AfterLogon.ServicePage, OfferedSchemes.Negotiate | OfferedSchemes.Ntlm | OfferedSchemes.Basic);
        EndpointResult result = await LogOnAsync(server, scheme);
        Assert.Equal(["get", "expectPost"], result.Observation.Logons.Select(l => l.Kind));
        Assert.All(result.Observation.Logons, l => Assert.True(l is { Status: 200, WasAsked: true, AccountForm: "domainUser" } && l.Scheme == scheme, result.Tell()));
        Probe.AssertHealthy(result);
        Assert.True(result.Has("MRS1061"), result.Tell());
        // The server knows by name who called: by GET and by POST.
        await Eventually.IsTrueAsync(() => server.Log.Split('\n').Count(l => l.Contains(" 200 ", StringComparison.Ordinal) && l.Contains("migration", StringComparison.OrdinalIgnoreCase)) == 2, () => server.Log);
    }

    [PeerFact("apache2")]
    public async Task Bad_request_after_the_logon_is_life()
    {
        // Apache closes after a 400, so with NTLM the POST finds no connection that is logged on, and stays undecided.
        using ApacheFrontEnd server = Start(AfterLogon.Alive);
        EndpointResult result = await LogOnAsync(server, "NTLM");
        Assert.Equal(400, result.Observation.Logons[0].Status);
        Probe.AssertHealthy(result);
    }

    [PeerFact("apache2")]
    public async Task A_wrong_password_is_refused_and_tried_once()
    {
        using ApacheFrontEnd server = Start(AfterLogon.Alive);
        EndpointResult result = await LogOnAsync(server, "NTLM", password: "wrong");
        LogonObservation logon = Assert.Single(result.Observation.Logons);
        Assert.Equal(401, logon.Status);
        Assert.Equal(["MRS7001"], result.Causes());
        Assert.Equal(EndpointStage.Logon, result.StoppedAt);
    }

    [PeerFact("apache2")]
    public async Task Basic_is_not_sent_unless_it_is_asked_for()
    {
        using ApacheFrontEnd server = Start(AfterLogon.Alive, OfferedSchemes.Basic);
        EndpointResult result = await LogOnAsync(server, "NTLM");
        Assert.Empty(result.Observation.Logons);
        Assert.Equal("notOffered", result.Observation.Reason(EndpointStage.Logon));
    }

    [PeerFact("apache2")]
    public async Task Forbidden_after_the_logon_means_that_MRS_Proxy_is_disabled_on_2013_and_later()
    {
        using ApacheFrontEnd server = Start(AfterLogon.Disabled);
        EndpointResult result = await LogOnAsync(server, "NTLM");
        Assert.True(result.Finding("MRS7003") is { Confidence: Confidence.High, Severity: Severity.Error }, result.Tell());
        Assert.Contains("MRS Proxy is disabled", result.Finding("MRS7003").Title, StringComparison.Ordinal);
        Assert.Equal(["MRS7003"], result.Causes());
    }

    [PeerFact("apache2")]
    public async Task Forbidden_after_the_logon_decides_nothing_where_the_version_is_not_told()
    {
        using ApacheFrontEnd server = Start(AfterLogon.Disabled, personality: ExchangePersonality.Exchange2010);
        EndpointResult result = await LogOnAsync(server, "NTLM");
        Assert.Equal(Confidence.Low, result.Finding("MRS7003").Confidence);
    }

    [PeerFact("apache2")]
    public async Task Method_not_allowed_after_the_logon_is_the_handler_mapping()
    {
        using ApacheFrontEnd server = Start(AfterLogon.NoHandler);
        EndpointResult result = await LogOnAsync(server, "NTLM");
        Assert.Equal(["MRS7005"], result.Causes());
        Assert.Equal(405, result.Observation.Logons[0].Status);
    }

    [PeerFact("apache2")]
    public async Task A_server_error_is_read_by_the_clue_in_its_body()
    {
        using ApacheFrontEnd server = Start(AfterLogon.ServerError("System.InvalidOperationException: Missing signing certificate"));
        EndpointResult result = await LogOnAsync(server, "NTLM");
        Assert.Equal(["MRS7007"], result.Causes());
        Assert.Contains("signing certificate", result.Finding("MRS7007").Title, StringComparison.Ordinal);
    }

    [PeerFact("apache2")]
    public async Task An_account_as_user_principal_name_is_told()
    {
        using ApacheFrontEnd server = Start(AfterLogon.Alive);
        EndpointProbeOptions options = Probe.Hasty with { Credential = new NetworkCredential("migration@contoso.com", "Pa55word!") };
        EndpointResult result = await Probe.OneAsync(options, Probe.Direct(server.EndPoint));
        Assert.Equal("userPrincipalName", result.Observation.Logons[0].AccountForm);
        Assert.True(result.Has("MRS1062"), result.Tell());
    }

    [PeerFact("apache2")]
    public async Task A_body_held_back_five_seconds_after_the_logon_passes()
    {
        using ApacheFrontEnd server = Start(AfterLogon.ServicePage);
        EndpointProbeOptions options = Probe.Hasty with { Credential = server.Credential, BodyDelay = TimeSpan.FromSeconds(5) };
        EndpointResult result = await Probe.OneAsync(options, Probe.Direct(server.EndPoint));
        LogonObservation post = result.Observation.Logons.Single(l => l.Kind == "expectPost");
        Assert.True(post is { SentBody: true, Status: 200 } && post.BodyHeldBack >= TimeSpan.FromSeconds(4.9), result.Tell());
        Assert.Equal(CheckOutcome.Passed, result.Check("100-continue").Outcome);
    }

    private static ApacheFrontEnd Start(
        AfterLogon after, OfferedSchemes offers = OfferedSchemes.Negotiate | OfferedSchemes.Ntlm, ExchangePersonality personality = ExchangePersonality.Exchange2013OrLater) =>
        new(new FrontEndOptions { Certificate = Probe.Good, AfterLogon = after, Offers = offers, Personality = personality });

    private static Task<EndpointResult> LogOnAsync(ApacheFrontEnd server, string scheme, string? password = null)
    {
        NetworkCredential credential = server.Credential;
        if (password is not null)
            credential.Password = password;
        return Probe.OneAsync(Probe.Hasty with { Credential = credential, Authentication = scheme }, Probe.Direct(server.EndPoint));
    }
}
