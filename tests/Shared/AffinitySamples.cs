using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Affinity;
using MrsDiag.Endpoints;

namespace MrsDiag.Tests.Shared;

/// <summary>Affinity observations as a test writes them down, and steps that change them.</summary>
internal static class AffinitySamples
{
    /// <summary>The address that most trials asked.</summary>
    public const string Address = "203.0.113.7";

    /// <summary>When the tests began.</summary>
    public static readonly DateTime Start = new(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc);

    /// <summary>A test without any trial.</summary>
    public static AffinityObservation Empty() => new()
    {
        Uri = "https://mail.contoso.com/EWS/mrsproxy.svc",
        Host = "mail.contoso.com",
        StartedAt = Start,
        Duration = TimeSpan.FromSeconds(6.2),
        ComputerName = "PC1",
        Vantage = EndpointVantage.External,
        Dns = new DnsObservation { End = CallEnd.Succeeded, Addresses = [Address], TimeToLive = 300 },
        Count = 12,
    };

    /// <summary>A test that new connections reached these servers, named by NTLM as Exchange 2010 does.</summary>
    public static AffinityObservation Of(params string[] servers) => Empty().With(AffinityVariant.NewConnection, servers);

    /// <summary>All variants on one server, as source affinity and a single active server look.</summary>
    public static AffinityObservation OneServer(string server = "CAS1") => Of(Times(server, 12))
        .With(AffinityVariant.TlsResumption, Times(server, 3)).With(AffinityVariant.HeldOpen, Times(server, 8)).With(AffinityVariant.AfterPause, Times(server, 3))
        .OnOneConnection(server, "", server);

    /// <summary>The same server several times.</summary>
    public static string[] Times(string server, int count) => [.. Enumerable.Repeat(server, count)];

    /// <summary>Servers in turn.</summary>
    public static string[] InTurn(int count, params string[] servers) => [.. Enumerable.Range(0, count).Select(i => servers[i % servers.Length])];

    /// <summary>Adds new connections of a variant; an empty name is an answer without challenge.</summary>
    public static AffinityObservation With(this AffinityObservation o, AffinityVariant variant, params string[] servers) => o.With(variant, Address, servers);

    /// <summary>Adds new connections of a variant to an address.</summary>
    public static AffinityObservation With(this AffinityObservation o, AffinityVariant variant, string address, string[] servers)
    {
        foreach (string server in servers)
            o.Add(variant, server, o.Trials.Length == 0 ? 1 : o.Trials.Max(t => t.Connection) + 1, address);
        return o;
    }

    /// <summary>Adds requests of one connection; each comes after the 401 of the first.</summary>
    public static AffinityObservation OnOneConnection(this AffinityObservation o, params string[] servers)
    {
        int connection = o.Trials.Length == 0 ? 1 : o.Trials.Max(t => t.Connection) + 1;
        for (int i = 0; i < servers.Length; i++)
        {
            AffinityTrial trial = o.Add(AffinityVariant.OneConnection, servers[i], connection, Address);
            trial.RequestOnConnection = i + 1;
            trial.AfterChallenge = i > 0;
        }
        return o;
    }

    /// <summary>Changes the trials that fit.</summary>
    public static AffinityObservation Change(this AffinityObservation o, Action<AffinityTrial> change, Func<AffinityTrial, bool>? which = null)
    {
        foreach (AffinityTrial trial in o.Trials.Where(which ?? (_ => true)))
            change(trial);
        return o;
    }

    /// <summary>Gives answers the signs of Exchange 2013 and later: X-FEServer with the server's name, and a build.</summary>
    public static AffinityObservation Modern(this AffinityObservation o, string build = "15.1.2507.6") => o.Change(t =>
    {
        t.FrontEndServer = t.NtlmComputer;
        t.ExchangeVersion = build;
    });

    /// <summary>Says what the caller knows.</summary>
    public static AffinityObservation Given(this AffinityObservation o, string version, params string[] servers)
    {
        o.GivenVersion = version;
        o.GivenServers = servers;
        return o;
    }

    /// <summary>What the cookies of the first answer did: named ones were set by every answer and sent in further connections.</summary>
    public static AffinityObservation WithCookies(this AffinityObservation o, string cookie, params string[] servers) => o
        .Change(t => t.SetCookies = [cookie])
        .With(AffinityVariant.Cookies, servers)
        .Change(t => t.SentCookies = [cookie], t => t.Variant == AffinityVariant.Cookies);

    private static AffinityTrial Add(this AffinityObservation o, AffinityVariant variant, string server, int connection, string address)
    {
        AffinityTrial trial = new()
        {
            Variant = variant,
            Number = o.Trials.Count(t => t.Variant == variant) + 1,
            Connection = connection,
            Address = address,
            SourceAddress = variant == AffinityVariant.SecondSource ? "198.51.100.5" : "198.51.100.4",
            StartedAt = Start.AddMilliseconds(200 * o.Trials.Length),
            Duration = TimeSpan.FromMilliseconds(30),
            End = CallEnd.Succeeded,
            Status = 401,
            NtlmComputer = server,
            ServerHeader = "Microsoft-IIS/7.5",
        };
        List<AffinityTrial> trials = [.. o.Trials, trial];
        o.Trials = [.. trials];
        o.SentRequests = trials.Count;
        return trial;
    }
}
