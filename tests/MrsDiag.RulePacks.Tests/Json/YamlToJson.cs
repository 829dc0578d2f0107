using System.Globalization;
using System.Linq;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Yaml;

namespace MrsDiag.RulePacks.Tests.Json;

/// <summary>Turns YAML into the JSON model as an editor does, by the core schema.</summary>
internal static class YamlToJson
{
    public static object? Convert(string yaml) =>
        Convert(YamlTextReader.Read(new FileDiagnostics(new SourceText("x.yml", yaml), 0, new DiagnosticSink())) ?? throw new System.FormatException("No YAML."));

    private static object? Convert(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.ToDictionary(e => e.Key.Value, e => Convert(e.Value)),
        YamlSequence list => list.Items.Select(Convert).ToList(),
        // Other notations than the decimal one are numbers to an editor, whatever their value.
        YamlScalar { Kind: ScalarKind.Number } number =>
            double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : 1d,
        YamlScalar { Kind: ScalarKind.Boolean } flag => flag.Value[0] is 't' or 'T',
        YamlScalar { Kind: ScalarKind.Empty } => null,
        YamlScalar text => text.Value,
        _ => null,
    };
}
