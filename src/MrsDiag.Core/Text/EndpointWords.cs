using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Endpoints;

namespace MrsDiag.Text;

/// <summary>The words that views and the console program use for an endpoint. ASCII only: consoles of Windows PowerShell 5.1 lack other marks.</summary>
public static class EndpointWords
{
    /// <summary>The mark of a check: as wide for every outcome, so that what follows stands in a column.</summary>
    /// <param name="outcome">The name of a <see cref="CheckOutcome"/>; another stands for itself.</param>
    /// <returns>For example <c>[ ok ]</c>.</returns>
    public static string Mark(string outcome) => outcome switch
    {
        nameof(CheckOutcome.Passed) => "[ ok ]",
        nameof(CheckOutcome.Warning) => "[look]",
        nameof(CheckOutcome.Failed) => "[FAIL]",
        nameof(CheckOutcome.NotTested) => "[ -- ]",
        _ => "[" + outcome + "]",
    };

    /// <summary>An outcome in words.</summary>
    /// <param name="outcome">The name of a <see cref="CheckOutcome"/>; another stands for itself.</param>
    /// <returns>For example <c>not tested</c>.</returns>
    public static string Outcome(string outcome) => outcome switch
    {
        nameof(CheckOutcome.Passed) => "passed",
        nameof(CheckOutcome.Warning) => "works, needs a look",
        nameof(CheckOutcome.Failed) => "FAILED",
        nameof(CheckOutcome.NotTested) => "not tested",
        _ => outcome,
    };

    /// <summary>A stage in words.</summary>
    /// <param name="stage">The name of an <see cref="EndpointStage"/>; another stands for itself.</param>
    /// <returns>For example <c>Expect 100</c>.</returns>
    public static string Stage(string stage) => stage switch
    {
        nameof(EndpointStage.Autodiscover) => "autodiscover",
        nameof(EndpointStage.Dns) => "DNS",
        nameof(EndpointStage.Tcp) => "TCP",
        nameof(EndpointStage.Tls) => "TLS",
        nameof(EndpointStage.Http) => "HTTP",
        nameof(EndpointStage.Expect) => "Expect 100",
        nameof(EndpointStage.Ntlm) => "NTLM",
        nameof(EndpointStage.Health) => "health",
        nameof(EndpointStage.Logon) => "logon",
        nameof(EndpointStage.Configuration) => "settings",
        _ => stage,
    };

    /// <summary>A route in words.</summary>
    /// <param name="route">The name of an <see cref="EndpointRoute"/>; another stands for itself.</param>
    /// <returns>For example <c>directly, past DNS and load balancer</c>.</returns>
    public static string Route(string route) => route switch
    {
        nameof(EndpointRoute.Name) => "as DNS gives it",
        nameof(EndpointRoute.Direct) => "directly, past DNS and load balancer",
        nameof(EndpointRoute.Via) => "through this device",
        _ => route,
    };

    /// <summary>A place in words.</summary>
    /// <param name="vantage">The name of an <see cref="EndpointVantage"/>; another stands for itself.</param>
    /// <returns>For example <c>from inside: Exchange Online takes another path</c>.</returns>
    public static string Vantage(string vantage) => vantage switch
    {
        nameof(EndpointVantage.Internal) => "from inside; Exchange Online takes another path",
        nameof(EndpointVantage.External) => "from outside",
        nameof(EndpointVantage.Unknown) => "from inside or outside, which is not known",
        _ => vantage,
    };

    /// <summary>The answer in one paragraph.</summary>
    /// <param name="outcome">The name of a <see cref="CheckOutcome"/>.</param>
    /// <param name="stoppedAt">The name of the stage at which the way ended; empty where it was walked to the end.</param>
    /// <param name="message">The message of the result.</param>
    /// <returns>For example <c>FAILED at TLS: the certificate has expired.</c></returns>
    public static string Answer(string outcome, string stoppedAt, string message) =>
        Outcome(outcome) + (stoppedAt.Length > 0 ? " at " + Stage(stoppedAt) : "") + (message.Length > 0 ? ": " + message : "");

    /// <summary>What was tested from where.</summary>
    /// <param name="address">The IP address; empty where there was none.</param>
    /// <param name="route">The name of an <see cref="EndpointRoute"/>.</param>
    /// <param name="pinnedName">The name of the server that was pinned; or empty.</param>
    /// <param name="vantage">The name of an <see cref="EndpointVantage"/>.</param>
    /// <returns>For example <c>203.0.113.10, as DNS gives it, from outside</c>.</returns>
    public static string Place(string address, string route, string pinnedName, string vantage)
    {
        if (address.Length == 0)
            return "nothing, since the name gave no address";
        string pinned = pinnedName.Length > 0 && pinnedName != address ? " (" + pinnedName + ")" : "";
        return $"{address}{pinned}, {Route(route)}, {Vantage(vantage)}";
    }

    /// <summary>One check as the text behind its mark.</summary>
    /// <param name="stage">The name of its stage.</param>
    /// <param name="name">Its name.</param>
    /// <param name="detail">What was seen.</param>
    /// <param name="duration">How long it took.</param>
    /// <returns>For example <c>TLS versions: TLS 1.2 and TLS 1.3 (12 ms)</c>.</returns>
    public static string Check(string stage, string name, string detail, TimeSpan? duration)
    {
        string head = CheckName(stage, name);
        string time = duration is { } took && took > TimeSpan.Zero ? Durations.Format(Rounded(took)) : "";
        bool isTold = time.Length == 0 || detail.IndexOf(time, StringComparison.Ordinal) >= 0;
        return (detail.Length == 0 ? head : head + ": " + detail) + (isTold ? "" : " (" + time + ")");
    }

    /// <summary>What was not tested, one line a reason: behind a broken stage there is one line and not ten.</summary>
    /// <param name="checks">Stage, name and reason of each check that was not tested.</param>
    /// <returns>For example <c>TLS, HTTP, NTLM: a stage before failed</c>.</returns>
    public static IEnumerable<string> NotTested(IEnumerable<(string Stage, string Name, string Detail)> checks) =>
        checks.GroupBy(c => c.Detail, StringComparer.Ordinal).Select(group =>
        {
            string[] stages = group.Select(c => Stage(c.Stage)).Distinct().ToArray();
            string what = stages.Length > 1 ? string.Join(", ", stages) : string.Join(", ", group.Select(c => CheckName(c.Stage, c.Name)).Distinct());
            return group.Key.Length == 0 ? what : what + ": " + group.Key;
        });

    /// <summary>How a finding begins: number, what is wrong, how much it matters and how sure that is.</summary>
    /// <param name="number">Its number, from one.</param>
    /// <param name="title">Its title.</param>
    /// <param name="severity">Name of its severity.</param>
    /// <param name="confidence">Name of its confidence.</param>
    /// <param name="ruleId">Its rule.</param>
    /// <returns>One line.</returns>
    public static string FindingHead(int number, string title, string severity, string confidence, string ruleId) =>
        $"{number.ToString(CultureInfo.InvariantCulture)}. {title} ({severity}, {(confidence.Length == 0 ? "" : confidence.ToLowerInvariant() + " confidence, ")}{ruleId})";

    // The layers of the network name themselves; "Handshake" alone would not.
    private static string CheckName(string stage, string name)
    {
        string layer = stage is nameof(EndpointStage.Dns) or nameof(EndpointStage.Tcp) or nameof(EndpointStage.Tls) or nameof(EndpointStage.Http) ? Stage(stage) : "";
        if (name.Length == 0)
            return Stage(stage);
        return layer.Length == 0 || name.StartsWith(layer, StringComparison.OrdinalIgnoreCase) ? name : layer + " " + name;
    }

    // Tenths of a millisecond say nothing about a network.
    private static TimeSpan Rounded(TimeSpan duration) =>
        duration < TimeSpan.FromSeconds(1) ? TimeSpan.FromMilliseconds(Math.Max(1, Math.Round(duration.TotalMilliseconds))) : duration;
}
