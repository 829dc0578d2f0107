using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Holds a tree against the key tables: what the JSON schema says, with better words and places.</summary>
internal sealed class ShapeChecker(FileDiagnostics file)
{
    private static readonly Regex KeyWithoutSpace = new(@"\A[A-Za-z_]\w*:(?!//)\S", RegexOptions.CultureInvariant);

    /// <summary>Checks a node and all below it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="shape">What it should look like.</param>
    /// <param name="key">The key that it belongs to, for messages.</param>
    public void Check(YamlNode node, Shape shape, string key)
    {
        switch (shape)
        {
            case var _ when node is YamlRefusedNode:
                break;
            case ChoiceShape choice:
                CheckChoice(node, choice, key);
                break;
            case TableShape table when node is YamlMapping mapping:
                new TableCheck(this, file).Check(mapping, table.Get());
                break;
            case MapShape map when node is YamlMapping mapping:
                CheckMap(mapping, map, key);
                break;
            case ListShape list when node is YamlSequence sequence:
                CheckList(sequence, list, key);
                break;
            case GivenShape when node is YamlMapping:
                break;
            default:
                CheckScalar(node, shape, key);
                break;
        }
    }

    private void CheckScalar(YamlNode node, Shape shape, string key)
    {
        if (node is not YamlScalar scalar)
            WrongNode(node, shape, key);
        else if (shape is TableShape or MapShape or GivenShape or ListShape && KeyWithoutSpace.IsMatch(scalar.Value) && scalar.Style == ScalarStyle.Plain)
            file.Report(DiagnosticCodes.MissingColon, node, "a space is missing behind the colon.", DiagnosticCodes.MissingColon.Fix);
        else if (ScalarCheck.Problem(scalar, shape, key) is { } problem)
            file.Report(problem.Code, node, problem.Message, problem.Hint);
    }

    private void CheckList(YamlSequence sequence, ListShape shape, string key)
    {
        if (sequence.Items.Count == 0 && !shape.MayBeEmpty)
            file.Report(DiagnosticCodes.EmptyList, sequence, $"'{key}' is an empty list.", DiagnosticCodes.EmptyList.Fix);
        foreach (YamlNode item in sequence.Items)
            Check(item, shape.Item, key);
    }

    private void CheckMap(YamlMapping mapping, MapShape shape, string key)
    {
        if (mapping.Entries.Count == 0)
            file.Report(DiagnosticCodes.EmptyList, mapping, $"'{key}' is an empty mapping.", DiagnosticCodes.EmptyList.Fix);
        foreach (YamlEntry entry in mapping.Entries)
        {
            if (!ScalarCheck.FitsForm(entry.Key.Value, shape.Key))
                file.Report(shape.Key.FormCode, entry.Key, $"'{ScalarCheck.Show(entry.Key.Value)}' is not a valid {shape.Key.Words}.", shape.Key.FormWords);
            Check(entry.Value, shape.Value, entry.Key.Value);
        }
    }

    private void CheckChoice(YamlNode node, ChoiceShape choice, string key)
    {
        Shape[] fitting = choice.Options.Where(o => TakesKind(o, node)).ToArray();
        if (fitting.Length == 0)
            WrongNode(node, choice, key);
        else if (fitting.Length == 1)
            Check(node, fitting[0], key);
        else if (node is YamlScalar scalar && fitting.All(o => ScalarCheck.Problem(scalar, o, key) is not null))
            file.Report(DiagnosticCodes.WrongType, node,
                scalar.Kind == ScalarKind.Empty ? $"'{key}' has no value." : $"'{ScalarCheck.Show(scalar.Value)}' is not a valid {choice.Words}.", Forms(fitting));
    }

    private static string Forms(IEnumerable<Shape> shapes) =>
        string.Join("; ", shapes.OfType<TextShape>().Select(s => s.FormWords).Where(w => w.Length > 0).DefaultIfEmpty("see about_MrsDiag_RulePack"));

    private static bool TakesKind(Shape shape, YamlNode node) => shape switch
    {
        TableShape or MapShape or GivenShape => node is YamlMapping,
        ListShape => node is YamlSequence,
        _ => node is YamlScalar,
    };

    private void WrongNode(YamlNode node, Shape shape, string key)
    {
        bool isFlow = node is YamlMapping { IsFlow: true } or YamlSequence { IsFlow: true };
        bool takesText = shape is TextShape or ScalarShape or ChoiceShape;
        string hint = isFlow && takesText ? "a text that begins with { or [ needs quotes"
            : node is YamlSequence && takesText ? "give one value; operators that take a list are 'in' and 'contains'"
            : shape is ListShape ? "begin each item with a dash on a line of its own, or write [a, b]"
            : "";
        file.Report(DiagnosticCodes.WrongType, node, $"'{key}' takes {shape.OneOf}, not {node.Words}.", hint);
    }
}
