using System;
using System.Linq;
using System.Threading.Tasks;
using MrsDiag.Core.Tests.Endpoints.Probing.Support;
using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Probing;

public class NtlmStageTests
{
    [Fact]
    public async Task The_challenge_names_the_server_and_its_clock()
    {
        using RawServer server = Challenging(() => Convert.ToBase64String(Type2Message.Create("CAS1", "CONTOSO", DateTime.UtcNow.AddMinutes(7))));
        EndpointObservation observation = await ProbeBench.OneAsync(server.Port);
        ChallengeObservation challenge = observation.Challenges[0];
        Assert.Equal(("NTLM", CallEnd.Succeeded, 401, true), (challenge.Scheme, challenge.End, challenge.Status, challenge.HasChallenge));
        Assert.Equal(("CAS1", "CONTOSO"), (challenge.NetBiosComputerName, challenge.NetBiosDomainName));
        Assert.Equal(("cas1.contoso.com", "contoso.com", "contoso.com"), (challenge.DnsComputerName, challenge.DnsDomainName, challenge.DnsTreeName));
        Assert.Equal("10.0.17763", challenge.OsVersion);
        Assert.Equal("EX01", challenge.FrontEndServer);
        Assert.InRange(challenge.ClockSkew!.Value, TimeSpan.FromMinutes(6.5), TimeSpan.FromMinutes(7.5));
        Assert.Equal(["NTLM", "Negotiate"], observation.Challenges.Select(item => item.Scheme));
    }

    [Fact]
    public async Task Only_the_first_message_is_sent_and_only_by_the_two_schemes()
    {
        using RawServer server = Challenging(() => "");
        EndpointObservation observation = await ProbeBench.OneAsync(server.Port);
        Assert.Equal(2, server.WithAuthorization);
        Assert.Contains(server.Heads, head => head.Contains("\r\nAuthorization: NTLM TlRMTVNTUAABAAAA", StringComparison.Ordinal));
        Assert.Contains(server.Heads, head => head.Contains("\r\nAuthorization: Negotiate YE", StringComparison.Ordinal));
        Assert.All(observation.Challenges, challenge => Assert.False(challenge.HasChallenge));
    }

    [Fact]
    public async Task A_token_that_is_no_challenge_is_an_oddity()
    {
        using RawServer server = Challenging(() => Convert.ToBase64String([1, 2, 3]));
        ChallengeObservation challenge = (await ProbeBench.OneAsync(server.Port)).Challenges[0];
        Assert.False(challenge.HasChallenge);
        Assert.NotEmpty(Assert.Single(challenge.Anomalies));
    }

    [Fact]
    public async Task Where_no_NTLM_is_offered_no_token_is_sent()
    {
        using RawServer server = RawServer.Answering("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
        EndpointObservation observation = await ProbeBench.OneAsync(server.Port);
        Assert.Empty(observation.Challenges);
        Assert.Equal("notOffered", ProbeBench.Reason(observation, EndpointStage.Ntlm));
        Assert.Equal(0, server.WithAuthorization);
    }

    private static RawServer Challenging(Func<string> token) => RawServer.Start(async connection =>
    {
        string head = await connection.ReadHeadAsync();
        bool asks = head.Contains("\r\nAuthorization: NTLM", StringComparison.Ordinal);
        await connection.SendAsync(asks ? Answers.Unauthorized.Replace("Authenticate: NTLM\r", $"Authenticate: NTLM {token()}\r", StringComparison.Ordinal) : Answers.Unauthorized);
    });
}
