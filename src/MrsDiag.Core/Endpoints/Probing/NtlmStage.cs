using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Wire.Authentication;
using MrsDiag.Wire.Http;

namespace MrsDiag.Endpoints.Probing;

// Sends the first of NTLM's three messages: what comes back names the server. It is the same on every computer and logs nobody on.
internal sealed class NtlmStage(HttpExchanger exchanger)
{
    public static readonly IReadOnlyList<string> Schemes = ["NTLM", "Negotiate"];

    public async Task<ChallengeObservation> RunAsync(ProbePlace place, string scheme, CancellationToken cancellationToken)
    {
        ExchangeRequest request = MrsProxyRequests.Get(place) with { Headers = [Authorization(scheme)], KeepAlive = true };
        Stopwatch clock = Stopwatch.StartNew();
        HttpCallResult result = await exchanger.CallAsync(request, cancellationToken).ConfigureAwait(false);
        return Describe(result, scheme, clock.Elapsed);
    }

    /// <summary>The header that asks for a challenge.</summary>
    public static HttpHeader Authorization(string scheme)
    {
        byte[] token = NtlmMessages.CreateNegotiate();
        return new HttpHeader("Authorization", scheme + " " + Convert.ToBase64String(IsNegotiate(scheme) ? Spnego.WrapNegotiate(token) : token));
    }

    /// <summary>What the answer to it says.</summary>
    public static ChallengeObservation Describe(HttpCallResult result, string scheme, TimeSpan duration)
    {
        ChallengeObservation observation = new()
        {
            Scheme = scheme,
            End = result.Exchange.End,
            Error = result.Exchange.Error,
            Status = result.Exchange.Status,
            FrontEndServer = result.Exchange.Header("X-FEServer"),
            Duration = duration,
        };
        if (result.Head is { } head)
            Read(head, scheme, result, observation);
        return observation;
    }

    private static void Read(HttpResponseHead head, string scheme, HttpCallResult result, ChallengeObservation observation)
    {
        byte[]? token = AuthChallengeReader.Read(head.GetAll("WWW-Authenticate"))
            .FirstOrDefault(challenge => challenge.Is(scheme) && challenge.Token is not null)?.TokenBytes();
        if (token is null)
            return;
        // Some devices answer Negotiate with a bare message.
        byte[]? message = IsNegotiate(scheme) ? Spnego.FindNtlm(token) : token;
        if (message is null)
        {
            observation.Anomalies = ["A token came that holds no NTLM message."];
            return;
        }
        try
        {
            Fill(NtlmMessages.ReadChallenge(message), result, observation);
        }
        catch (NtlmFormatException e)
        {
            observation.Anomalies = [e.Message];
        }
    }

    private static void Fill(NtlmChallenge challenge, HttpCallResult result, ChallengeObservation observation)
    {
        observation.HasChallenge = true;
        observation.NetBiosComputerName = challenge.NetBiosComputerName;
        observation.NetBiosDomainName = challenge.NetBiosDomainName;
        observation.DnsComputerName = challenge.DnsComputerName;
        observation.DnsDomainName = challenge.DnsDomainName;
        observation.DnsTreeName = challenge.DnsTreeName;
        observation.OsVersion = challenge.OsVersion?.ToString() ?? "";
        observation.Anomalies = [.. challenge.Anomalies];
        if (challenge.TimestampUtc is not { } server)
            return;
        // The server read its clock somewhere between our sending and its answer.
        TimeSpan half = TimeSpan.FromTicks((result.Exchange.TimeToAnswer ?? TimeSpan.Zero).Ticks / 2);
        observation.ClockSkew = server - (result.AnsweredAt - half);
    }

    private static bool IsNegotiate(string scheme) => string.Equals(scheme, "Negotiate", StringComparison.Ordinal);
}
