using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Sources;
using MrsDiag.Text;

namespace MrsDiag.Display;

/// <summary>What the views of load-balancer tests show; see <see cref="Format"/>.</summary>
public static class AffinityFormat
{
    // From the strongest (J19).
    private static readonly string[] NamingSigns = ["NtlmComputer", "FrontEndServer", "HealthServer"];

    /// <summary>The verdict line.</summary>
    /// <param name="result">An affinity result.</param>
    /// <returns>For example <c>FAILED, NoAffinity: new connections reach different servers</c>.</returns>
    public static string Verdict(PSObject? result)
    {
        IObjectView view = Reading.View(result);
        return Format.Paragraph(AffinityText.Verdict(view.Text("Outcome"), view.Text("Verdict")));
    }

    /// <summary>The servers in a small table.</summary>
    /// <param name="result">An affinity result.</param>
    /// <returns>Several lines; empty where no server was named.</returns>
    public static string Servers(PSObject? result) => string.Join("\n", AffinityText.Servers(Reading.View(result).Views("Servers").Select(
        s => (s.Text("Server"), s.Text("Hits"), s.Time("First"), s.Time("Last"), string.Join(", ", s.Texts("Signs"))))));

    /// <summary>The names of the servers with their hits, for a table column.</summary>
    /// <param name="result">An affinity result.</param>
    /// <returns>For example <c>CAS1 9, CAS2 7</c>.</returns>
    public static string Hits(PSObject? result) =>
        FactText.Join(Reading.View(result).Views("Servers").Select(s => s.Text("Server") + " " + s.Text("Hits")));

    /// <summary>The silent connections, one line each.</summary>
    /// <param name="result">An affinity result.</param>
    /// <returns>Several lines; empty where none was measured.</returns>
    public static string Idle(PSObject? result) =>
        string.Join("\n", Observation(result).Views("Idle").Select(i => Format.Wrap(IdleLine(i), indent: 2)));

    /// <summary>What was not tried, each with its reason.</summary>
    /// <param name="result">An affinity result.</param>
    /// <returns>Several lines; empty where all was tried.</returns>
    public static string NotTested(PSObject? result) =>
        string.Join("\n", Observation(result).Texts("NotTested").Select(r => Format.Wrap(r, indent: 2)));

    /// <summary>When the test began, how long it took, how many requests it sent, and from where.</summary>
    /// <param name="result">An affinity result.</param>
    /// <returns>For example <c>2024-05-01 10:00 UTC, 12 s, 34 requests, from EX-ADMIN</c>.</returns>
    public static string When(PSObject? result)
    {
        IObjectView view = Reading.View(result);
        string computer = Observation(result).Text("ComputerName");
        string requests = view.Text("Requests");
        string[] parts =
        [
            EndpointFormat.When(result),
            requests.Length == 0 ? "" : requests + (requests == "1" ? " request" : " requests"),
            computer.Length == 0 ? "" : "from " + computer,
        ];
        return Format.Paragraph(string.Join(", ", parts.Where(p => p.Length > 0)));
    }

    /// <summary>A time of day in UTC, for a table column.</summary>
    /// <param name="item">A server or a trial.</param>
    /// <param name="property">Its property that holds the time.</param>
    /// <returns>For example <c>10:00:05</c>; empty where there is none.</returns>
    public static string Clock(PSObject? item, string property) => Reading.View(item).Time(property) is { Ticks: > 0 } time
        ? time.ToUniversalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)
        : "";

    /// <summary>A variant for a table column.</summary>
    /// <param name="trial">A trial.</param>
    /// <returns>For example <c>held open</c>.</returns>
    public static string Variant(PSObject? trial) => AffinityText.Variant(Reading.View(trial).Text("Variant"));

    /// <summary>Who answered a trial, by its strongest sign.</summary>
    /// <param name="trial">A trial.</param>
    /// <returns>A short name; empty where no sign names one.</returns>
    public static string Server(PSObject? trial)
    {
        IObjectView view = Reading.View(trial);
        return EndpointFormat.Computer(NamingSigns.Select(name => view.Text(name)).FirstOrDefault(s => s.Length > 0));
    }

    /// <summary>How a trial ended: the status, or what went wrong; and what is worth knowing about its connection.</summary>
    /// <param name="trial">A trial.</param>
    /// <returns>For example <c>401, TLS resumed</c>.</returns>
    public static string Answer(PSObject? trial)
    {
        IObjectView view = Reading.View(trial);
        string error = view.Text("Error");
        string status = view.Text("Status");
        string[] parts =
        [
            status.Length > 0 ? status : view.Text("End") + (error.Length > 0 ? ": " + error : ""),
            view.Text("Resumed") == bool.TrueString ? "TLS resumed" : "",
            view.Texts("SentCookies").Count > 0 ? "sent " + FactText.Join(view.Texts("SentCookies")) : "",
            view.Texts("SetCookies").Count > 0 ? "sets " + FactText.Join(view.Texts("SetCookies")) : "",
            view.Text("ConnectionClosed") == bool.TrueString ? "closed" : "",
        ];
        return Format.Line(string.Join(", ", parts.Where(p => p.Length > 0)), 300);
    }

    private static string IdleLine(IObjectView idle)
    {
        string before = idle.Text("ServerBefore");
        string after = idle.Text("ServerAfter");
        string change = before.Length > 0 && after.Length > 0 && before != after ? $"{before} before, {after} after" : "";
        int? status = int.TryParse(idle.Text("Status"), NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : null;
        return AffinityText.Idle(idle.Duration("Wait") ?? TimeSpan.Zero, idle.Text("End"), idle.Duration("EndedAfter"), status, change);
    }

    private static IObjectView Observation(PSObject? result) =>
        Reading.View(result).TryGet("Observation", out object? seen) && seen is IObjectView view ? view : Reading.View(null);
}
