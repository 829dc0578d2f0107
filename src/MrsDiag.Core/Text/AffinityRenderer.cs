using System.Globalization;
using System.Linq;
using System.Text;
using MrsDiag.Affinity;

namespace MrsDiag.Text;

/// <summary>Writes the answer about a load balancer: the verdict, who answered, what it proves, then each finding with its steps. For the console program.</summary>
public static class AffinityRenderer
{
    private const string Indent = "    ";

    /// <summary>Renders one result, lines separated by <c>\n</c>, no trailing line break.</summary>
    /// <param name="result">The result.</param>
    /// <param name="width">Columns to fit, 40 or more.</param>
    /// <returns>The text.</returns>
    public static string Render(AffinityResult result, int width)
    {
        StringBuilder text = new();
        Add(text, width, "", "== " + result.Uri);
        Add(text, width, "", AffinityText.Verdict(result.Outcome.ToString(), result.Verdict.ToString()));
        Add(text, width, Indent, result.Message);
        foreach (string line in AffinityText.Servers(result.Servers.Select(
            s => (s.Server, s.Hits.ToString(CultureInfo.InvariantCulture), s.First, s.Last, string.Join(", ", s.Signs)))))
            text.Append(Indent).Append(line).Append('\n');
        foreach (IdleObservation idle in result.Observation.Idle)
            Add(text, width, Indent, AffinityText.Idle(idle.Wait, idle.End.ToString(), idle.EndedAfter, idle.Status, Change(idle)), 2);
        foreach (string reason in result.Observation.NotTested)
            Add(text, width, Indent, "[ -- ] " + reason, 7);
        foreach (Finding finding in result.Findings)
            text.Append('\n').Append(FindingRenderer.Render(finding, width)).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static string Change(IdleObservation idle) =>
        idle.ServerBefore.Length > 0 && idle.ServerAfter.Length > 0 && idle.ServerBefore != idle.ServerAfter ? $"{idle.ServerBefore} before, {idle.ServerAfter} after" : "";

    private static void Add(StringBuilder text, int width, string indent, string content, int hanging = 0)
    {
        string[] lines = FindingRenderer.Wrap(content, width - indent.Length - hanging).ToArray();
        text.Append(indent).Append(string.Join("\n" + indent + new string(' ', hanging), lines)).Append('\n');
    }
}
