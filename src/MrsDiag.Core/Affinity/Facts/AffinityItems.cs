using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using MrsDiag.Text;

namespace MrsDiag.Affinity;

/// <summary>The items of the collections of source <c>affinity-trial</c>.</summary>
internal static class AffinityItems
{
    /// <summary>Adds all of them.</summary>
    public static void Add(FactSet facts, AffinityReading reading)
    {
        AffinityObservation o = reading.Observation;
        HashSet<AffinityTrial> changed = [.. reading.Multiplexing.AfterChallenge];
        for (int i = 0; i < o.Trials.Length; i++)
            Fill(facts.Add(AffinityTable.Trials), o.Trials[i], i, reading.Identity.Of(o.Trials[i]), changed.Contains(o.Trials[i]));
        foreach (IGrouping<AffinityVariant, AffinityTrial> variant in o.Trials.GroupBy(t => t.Variant))
            Fill(facts.Add(AffinityTable.VariantTable), variant, reading);
        foreach (IGrouping<string, Arrival> address in reading.ByAddress.Where(a => a.Key.Length > 0))
            Fill(facts.Add(AffinityTable.Addresses), address);
        HashSet<string> on401 = new(o.Trials.Where(t => t.Status == 401).SelectMany(t => t.SetCookies), StringComparer.Ordinal);
        foreach (string cookie in o.Trials.SelectMany(t => t.SetCookies).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal))
            Fill(facts.Add(AffinityTable.Cookies), cookie, on401.Contains(cookie));
        for (int i = 0; i < o.Idle.Length; i++)
            Fill(facts.Add(AffinityTable.Idle), o.Idle[i], i, reading.Identity);
        foreach (KeepAliveSetting setting in o.KeepAlive)
            Fill(facts.Add(AffinityTable.KeepAlive), setting, o);
        HashSet<string>? given = reading.KnowsNames && o.GivenServers.Length > 0 ? ComputerName.Keys(o.GivenServers) : null;
        foreach (ServerHits server in AffinityServers.Of(reading))
            Fill(facts.Add(AffinityTable.Servers), server, given);
    }

    private static void Fill(FactItem item, AffinityTrial trial, int index, string server, bool isChanged)
    {
        item.At = DateTime.SpecifyKind(trial.StartedAt, DateTimeKind.Utc);
        item.Server = server.Length > 0 ? server : null;
        item.Text = Line(trial, server);
        item.Origin = "Trials[" + index.ToString(CultureInfo.InvariantCulture) + "]";
        item.Put("variant", Words.Token(trial.Variant));
        item.Put("number", (double)trial.Number);
        item.Put("connection", (double)trial.Connection);
        item.Put("requestOnConnection", (double)trial.RequestOnConnection);
        item.Put("address", trial.Address);
        item.Put("sourceAddress", trial.SourceAddress);
        item.Put("end", Words.Token(trial.End));
        item.Put("status", (double?)trial.Status);
        item.Put("server", server);
        item.Put("ntlmComputer", trial.NtlmComputer);
        item.Put("frontEndServer", trial.FrontEndServer);
        item.Put("healthServer", trial.HealthServer);
        item.Put("exchangeVersion", trial.ExchangeVersion);
        item.Put("certificateSha256", trial.CertificateSha256);
        item.Put("serverHeader", trial.ServerHeader);
        item.Put("resumed", trial.Resumed);
        item.Put("sentCookies", trial.SentCookies.Length > 0 ? trial.SentCookies : null);
        item.Put("setCookies", trial.SetCookies.Length > 0 ? trial.SetCookies : null);
        item.Put("afterChallenge", trial.AfterChallenge);
        item.Put("changedAfterChallenge", isChanged);
        item.Put("connectionClosed", trial.ConnectionClosed);
    }

    private static string Line(AffinityTrial trial, string server)
    {
        string place = trial.Address.Length > 0 ? " to " + trial.Address : "";
        string answer = trial.Status is { } status && trial.End == CallEnd.Succeeded
            ? status.ToString(CultureInfo.InvariantCulture) + (server.Length > 0 ? " from " + server : ", server not named")
            : Words.Ended(trial.End) + Words.Because(trial.Error);
        string request = trial.RequestOnConnection > 1 ? FormattableString.Invariant($" request {trial.RequestOnConnection} of connection {trial.Connection}") : "";
        return $"{AffinityWords.Variant(trial.Variant)} {trial.Number.ToString(CultureInfo.InvariantCulture)}{place}{request}: {answer}";
    }

    private static void Fill(FactItem item, IGrouping<AffinityVariant, AffinityTrial> variant, AffinityReading reading)
    {
        Arrival[] arrivals = [.. reading.Arrivals.Where(a => a.Trial.Variant == variant.Key)];
        IReadOnlyList<string> servers = AffinityReading.Names(arrivals);
        item.Text = $"{AffinityWords.Variant(variant.Key)}: {FactText.Join(servers)}";
        item.Put("variant", Words.Token(variant.Key));
        item.Put("trials", (double)variant.Count());
        item.Put("answered", (double)variant.Count(t => t.End == CallEnd.Succeeded));
        item.Put("connections", (double)arrivals.Length);
        item.Put("servers", servers);
        item.Put("distinct", (double)servers.Count);
    }

    private static void Fill(FactItem item, IGrouping<string, Arrival> address)
    {
        IReadOnlyList<string> servers = AffinityReading.Names(address);
        item.Server = servers[0];
        item.Text = $"{address.Key}: {FactText.Join(servers)}";
        item.Put("address", address.Key);
        item.Put("connections", (double)address.Count());
        item.Put("servers", servers);
        item.Put("distinct", (double)servers.Count);
    }

    private static void Fill(FactItem item, string cookie, bool on401)
    {
        bool isExchange = AnswerSigns.IsExchangeCookie(cookie);
        item.Text = "cookie " + cookie;
        item.Put("name", cookie);
        item.Put("isExchange", isExchange);
        item.Put("vendor", CookieVendors.Of(cookie, isExchange));
        item.Put("on401", on401);
    }

    private static void Fill(FactItem item, IdleObservation idle, int index, ServerIdentity identity)
    {
        string after = idle.EndedAfter is { } ended ? " after " + Durations.Format(AffinityWords.Rounded(ended)) : "";
        string end = idle.End switch { CallEnd.Succeeded => "could be used", CallEnd.Closed => "was closed (FIN)", CallEnd.Reset => "was reset (RST)", _ => Words.Ended(idle.End) };
        item.Text = $"held silent for {Durations.Format(idle.Wait)}: {end}{after}";
        item.Origin = "Idle[" + index.ToString(CultureInfo.InvariantCulture) + "]";
        item.Server = idle.ServerAfter.Length > 0 ? idle.ServerAfter : idle.ServerBefore.Length > 0 ? idle.ServerBefore : null;
        item.Put("wait", idle.Wait);
        item.Put("address", idle.Address);
        item.Put("end", Words.Token(idle.End));
        item.Put("endedAfter", idle.EndedAfter is { } time ? AffinityWords.Rounded(time) : null);
        item.Put("status", (double?)idle.Status);
        item.Put("serverBefore", idle.ServerBefore);
        item.Put("serverAfter", idle.ServerAfter);
        // A header that is the same everywhere is no name to hold against that of a challenge.
        bool isHeader = identity.Ntlm.Count > 0 && ComputerName.Same(idle.ServerAfter, identity.FrontEnd.Only);
        if (idle.ServerBefore.Length > 0 && idle.ServerAfter.Length > 0 && (!isHeader || ComputerName.Same(idle.ServerBefore, idle.ServerAfter)))
            item.Put("serverChanged", !ComputerName.Same(idle.ServerBefore, idle.ServerAfter));
    }

    private static void Fill(FactItem item, KeepAliveSetting setting, AffinityObservation o)
    {
        bool isSet = setting.KeepAliveTime is { } given && given > TimeSpan.Zero;
        item.Server = setting.Server.Length > 0 ? setting.Server : null;
        item.Put("server", setting.Server);
        item.Put("time", AffinityFacts.Effective(setting.KeepAliveTime));
        item.Put("isSet", isSet);
        item.Text = "KeepAliveTime " + (isSet ? Durations.Format(setting.KeepAliveTime!.Value) : "not set");
        AffinityFacts.CompareKeepAlive(item, o.DeviceIdleTimeout, o.FirewallIdleTimeout);
    }

    private static void Fill(FactItem item, ServerHits server, HashSet<string>? given)
    {
        item.Server = server.Server;
        item.Text = $"{server.Server}: {Words.Count(server.Hits, "answer", "answers")} ({FactText.Join(server.Signs)})";
        item.Put("name", server.Server);
        item.Put("hits", (double)server.Hits);
        item.Put("signs", server.Signs);
        item.Put("addresses", server.Addresses);
        if (given is not null)
            item.Put("isKnown", given.Contains(ComputerName.Key(server.Server)));
    }
}
