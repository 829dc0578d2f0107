using System.Linq;
using System.Text;
using MrsDiag.Endpoints;

namespace MrsDiag.Text;

/// <summary>Writes a result as an answer: what, where, stage by stage, then each finding with its steps. For the console program.</summary>
public static class EndpointRenderer
{
    private const string Indent = "    ";

    /// <summary>Renders one result, lines separated by <c>\n</c>, no trailing line break.</summary>
    /// <param name="result">The result.</param>
    /// <param name="width">Columns to fit, 40 or more.</param>
    /// <returns>The text.</returns>
    public static string Render(EndpointResult result, int width)
    {
        StringBuilder text = new();
        Add(text, width, "", "== " + result.Uri);
        Add(text, width, "", EndpointWords.Answer(result.Outcome.ToString(), result.StoppedAt?.ToString() ?? "", result.Message));
        Add(text, width, Indent, EndpointWords.Place(result.Address, result.Route.ToString(), result.Observation.PinnedName, result.Vantage.ToString()));
        if (result.Server.Length > 0)
            Add(text, width, Indent, "Server: " + result.Server);
        foreach (EndpointCheck check in result.Checks.Where(c => c.Outcome != CheckOutcome.NotTested))
        {
            string mark = EndpointWords.Mark(check.Outcome.ToString()) + " ";
            string line = mark + EndpointWords.Check(check.Stage.ToString(), check.Name, check.Detail, check.Duration);
            Add(text, width, Indent, line, mark.Length);
        }
        foreach (string line in EndpointWords.NotTested(
            result.Checks.Where(c => c.Outcome == CheckOutcome.NotTested).Select(c => (c.Stage.ToString(), c.Name, c.Detail))))
        {
            string mark = EndpointWords.Mark(nameof(CheckOutcome.NotTested)) + " ";
            Add(text, width, Indent, mark + line, mark.Length);
        }
        foreach (Finding finding in result.Findings)
            text.Append('\n').Append(FindingRenderer.Render(finding, width)).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static void Add(StringBuilder text, int width, string indent, string content, int hanging = 0)
    {
        string[] lines = FindingRenderer.Wrap(content, width - indent.Length - hanging).ToArray();
        text.Append(indent).Append(string.Join("\n" + indent + new string(' ', hanging), lines)).Append('\n');
    }
}
