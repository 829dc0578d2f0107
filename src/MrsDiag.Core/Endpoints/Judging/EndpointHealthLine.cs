using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Rules;

namespace MrsDiag.Endpoints;

/// <summary>The one line that always comes (J3), for an endpoint: what was looked at, and that nothing needs action in it.</summary>
internal static class EndpointHealthLine
{
    /// <summary>The line for an endpoint that gave nothing above Information.</summary>
    /// <param name="reading">The observation.</param>
    /// <param name="checks">Its checks.</param>
    /// <param name="findings">What the rules said.</param>
    /// <returns>The finding, or <see langword="null"/> where something needs action.</returns>
    public static Finding? Of(EndpointReading reading, IReadOnlyList<EndpointCheck> checks, IReadOnlyList<Finding> findings)
    {
        if (findings.Any(f => f.Severity > Severity.Information))
            return null;
        int passed = checks.Count(c => c.Outcome == CheckOutcome.Passed);
        int open = checks.Count(c => c.Outcome == CheckOutcome.NotTested);
        string looked = string.Format(CultureInfo.InvariantCulture, "{0} checks: {1} passed, {2} not tested", checks.Count, passed, open);
        EndpointCheck[] wrong = [.. checks.Where(c => c.Outcome > CheckOutcome.NotTested)];
        Finding line = wrong.Length > 0
            ? BuiltInFindings.EndpointWithoutReason($"{looked}, {wrong.Length.ToString(CultureInfo.InvariantCulture)} not in order, and no rule says why: "
                + string.Join("; ", wrong.Select(c => $"{c.Name}: {c.Detail}")) + ".", wrong.Any(c => c.Outcome == CheckOutcome.Failed) ? Severity.Error : Severity.Warning)
            : BuiltInFindings.Create(BuiltInFindings.NothingNeedsActionId, "nothing-needs-action", Title(checks), $"{looked}: {Verdict(reading, checks)}");
        line.Subject = reading.Subject;
        line.Count = 1;
        line.FirstSeen = reading.Observation.StartedAt == default ? null : reading.Observation.StartedAt;
        line.LastSeen = line.FirstSeen;
        line.Servers = reading.Server.Length > 0 ? [reading.Server] : [];
        return line;
    }

    private static bool WasTested(IReadOnlyList<EndpointCheck> checks) => checks.Any(c => c is { Stage: EndpointStage.Http, Outcome: CheckOutcome.Passed });

    private static string Title(IReadOnlyList<EndpointCheck> checks) =>
        WasTested(checks) ? "Nothing that needs action" : "Nothing wrong was seen, but the endpoint could not be tested";

    private static string Verdict(EndpointReading reading, IReadOnlyList<EndpointCheck> checks) =>
        WasTested(checks)
            ? "nothing that needs action. " + EndpointAnswer.Healthy(reading)
            : "nothing that needs action in what could be tested, and the endpoint itself could not be.";
}
