using System;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;

namespace MrsDiag.Affinity.Probing;

// From an answer to the signs of the server that gave it.
internal static class TrialReading
{
    private const int MostName = 260;

    public static void Fill(AffinityTrial trial, HttpCallResult result, string scheme)
    {
        HttpExchange exchange = result.Exchange;
        trial.End = exchange.End;
        trial.Error = exchange.Error;
        trial.Status = exchange.Status;
        trial.FrontEndServer = Short(exchange.Header("X-FEServer"));
        trial.ExchangeVersion = Short(exchange.Header("X-OWA-Version"));
        trial.ServerHeader = Short(exchange.Header("Server"));
        trial.ConnectionClosed = exchange.ConnectionClosed || (exchange.End == CallEnd.Succeeded && !result.CanReuseConnection);
        if (result.Head is { } head)
            trial.SetCookies = CookieStore.NamesIn(head);
        ChallengeObservation challenge = NtlmStage.Describe(result, scheme, trial.Duration);
        trial.NtlmComputer = Short(challenge.NetBiosComputerName);
        trial.NtlmDnsComputer = Short(challenge.DnsComputerName);
        trial.OsVersion = challenge.OsVersion;
    }

    /// <summary>Whether the answer asks for an NTLM logon, with or without a challenge in it: from here on a change of server breaks it.</summary>
    public static bool IsChallenge(HttpExchange exchange) => exchange.Status == 401 && (Offers(exchange, "ntlm") || Offers(exchange, "negotiate"));

    public static bool Offers(HttpExchange exchange, string scheme) => exchange.AuthenticationSchemes.Contains(scheme, StringComparer.Ordinal);

    /// <summary>The name of the server, by the strongest sign that there is.</summary>
    public static string Server(AffinityTrial trial) => trial.NtlmComputer.Length > 0 ? trial.NtlmComputer : trial.FrontEndServer;

    private static string Short(string text) => AnswerText.Clean(text, MostName);
}
