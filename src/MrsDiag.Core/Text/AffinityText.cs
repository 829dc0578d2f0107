using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Affinity;
using MrsDiag.Endpoints;

namespace MrsDiag.Text;

/// <summary>The words that views and the console program use for a test of a load balancer. Names in, words out: objects from a file have only names.</summary>
public static class AffinityText
{
    /// <summary>The verdict line: how it ended, what the load balancer does, and what was seen.</summary>
    /// <param name="outcome">The name of a <see cref="CheckOutcome"/>.</param>
    /// <param name="verdict">The name of an <see cref="AffinityVerdict"/>.</param>
    /// <returns>For example <c>FAILED, NoAffinity: new connections reach different servers</c>.</returns>
    public static string Verdict(string outcome, string verdict) => $"{EndpointWords.Outcome(outcome)}, {verdict}{Meaning(verdict)}";

    /// <summary>A variant in words.</summary>
    /// <param name="variant">The name of an <see cref="AffinityVariant"/>; another stands for itself.</param>
    /// <returns>For example <c>held open</c>.</returns>
    public static string Variant(string variant) =>
        Enum.TryParse(variant, ignoreCase: true, out AffinityVariant known) && Enum.IsDefined(typeof(AffinityVariant), known) ? AffinityWords.Variant(known) : variant;

    /// <summary>The rows of the small table: a heading and a line a server, in columns.</summary>
    /// <param name="rows">Server, hits, first and last answer (UTC), and the signs that name it.</param>
    /// <returns>The lines; none where no server was named.</returns>
    public static IReadOnlyList<string> Servers(IEnumerable<(string Server, string Hits, DateTime? First, DateTime? Last, string Signs)> rows)
    {
        List<string[]> cells = [["Server", "Hits", "First", "Last", "Signs"]];
        cells.AddRange(rows.Select(r => new[] { FactText.Shorten(r.Server, 32), r.Hits, Clock(r.First), Clock(r.Last), r.Signs }));
        if (cells.Count == 1)
            return [];
        int[] widths = Enumerable.Range(0, 4).Select(c => cells.Max(row => row[c].Length)).ToArray();
        return cells.ConvertAll(row =>
            $"{row[0].PadRight(widths[0])}  {row[1].PadLeft(widths[1])}  {row[2].PadRight(widths[2])}  {row[3].PadRight(widths[3])}  {row[4]}".TrimEnd());
    }

    /// <summary>One silent connection in words.</summary>
    /// <param name="wait">How long it was to be silent.</param>
    /// <param name="end">The name of a <see cref="CallEnd"/>.</param>
    /// <param name="endedAfter">After what silence it was ended.</param>
    /// <param name="status">Status of the answer to its use.</param>
    /// <param name="servers">The servers before and after, where both are known and differ; or empty.</param>
    /// <returns>For example <c>60 s: closed by the other side (FIN) after 45 s</c>.</returns>
    public static string Idle(TimeSpan wait, string end, TimeSpan? endedAfter, int? status, string servers)
    {
        string after = endedAfter is { } time ? " after " + Durations.Format(time) : "";
        string what = end switch
        {
            nameof(CallEnd.Succeeded) => "could still be used" + (status is { } code ? string.Format(CultureInfo.InvariantCulture, " (answer {0})", code) : ""),
            nameof(CallEnd.Closed) => "ended in order (FIN)" + after,
            nameof(CallEnd.Reset) => "cut off (RST)" + after,
            nameof(CallEnd.TimedOut) => "dropped without a word: its use got no answer",
            nameof(CallEnd.NotTried) => "not tried",
            _ => end + after,
        };
        return $"{Durations.Format(wait)} of silence: {what}{(servers.Length > 0 ? "; " + servers : "")}";
    }

    private static string Clock(DateTime? time) => time is { Ticks: > 0 } at ? at.ToUniversalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture) : "";

    private static string Meaning(string verdict) => verdict switch
    {
        nameof(AffinityVerdict.OneServerSeen) => ": one server answered everything",
        nameof(AffinityVerdict.SourceAffinity) => ": the address of the client decides the server",
        nameof(AffinityVerdict.CookieOnly) => ": only a cookie keeps the server",
        nameof(AffinityVerdict.NoAffinity) => ": new connections reach different servers",
        nameof(AffinityVerdict.ConnectionMultiplexed) => ": the server changes inside one connection",
        nameof(AffinityVerdict.DnsRoundRobin) => ": each address of the name leads to its own server",
        nameof(AffinityVerdict.Inconclusive) => ": it cannot be told",
        _ => "",
    };
}
