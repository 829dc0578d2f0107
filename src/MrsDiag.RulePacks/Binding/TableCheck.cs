using System.Collections.Generic;
using System.Linq;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Holds one mapping against its key table.</summary>
internal sealed class TableCheck(ShapeChecker values, FileDiagnostics file)
{
    // Keys that an unknown key was probably meant to be; they are not reported as missing on top of it.
    private readonly HashSet<string> _meant = [];
    private bool _hasUnknown;

    /// <summary>Checks a mapping and all below it.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="table">Its table.</param>
    public void Check(YamlMapping mapping, KeyTable table)
    {
        foreach (YamlEntry entry in mapping.Entries)
        {
            if (table.Find(entry.Key.Value) is { } row)
                values.Check(entry.Value, row.Value, row.Key);
            else
                ReportUnknown(entry.Key, table);
        }
        ReportMissing(mapping, table);
        foreach (KeyChoice choice in table.Choices)
            if (!CheckChoice(mapping, choice, table))
                break;
        CheckAlone(mapping, table);
    }

    private void ReportUnknown(YamlScalar key, KeyTable table)
    {
        _hasUnknown = true;
        if (file.SkipsError())
            return;
        if (Suggestion.Nearest(key.Value, table.Keys) is { } meant)
            _meant.Add(meant);
        file.Report(table.UnknownCode, key,
            $"unknown {table.KeyWord} '{ScalarCheck.Show(key.Value)}' in {table.Phrase}.{Suggestion.For(key.Value, table.Keys)}",
            "allowed here: " + Suggestion.List(table.Keys));
    }

    private void ReportMissing(YamlMapping mapping, KeyTable table)
    {
        KeyRow[] missing = table.Rows.Where(r => r.IsRequired && mapping.Find(r.Key) is null && !_meant.Contains(r.Key)).ToArray();
        if (missing.Length > 0)
            file.Report(DiagnosticCodes.MissingKey, mapping, $"missing in {table.Phrase}: {string.Join(", ", missing.Select(r => r.Key))}.",
                string.Join(" ", missing.Select(r => $"{r.Key}: {r.Description}")));
        if (table.NeedsAKey && mapping.Entries.Count == 0)
            file.Report(DiagnosticCodes.EmptyList, mapping, $"{table.Phrase} without any key.", "allowed here: " + Suggestion.List(table.Keys));
    }

    // False: reported, and the choices that build on this one would only repeat it.
    private bool CheckChoice(YamlMapping mapping, KeyChoice choice, KeyTable table)
    {
        YamlEntry[] present = mapping.Entries.Where(e => choice.Keys.Contains(e.Key.Value)).ToArray();
        string keys = string.Join(", ", choice.Keys);
        if (choice.With is { } with && mapping.Find(with) is null)
        {
            if (present.Length == 0)
                return true;
            file.Report(DiagnosticCodes.KeyChoice, present[0].Key, $"'{present[0].Key.Value}' needs '{with}' beside it.", DiagnosticCodes.KeyChoice.Fix);
            return false;
        }
        if (present.Length > 1)
        {
            file.Report(choice.Code, present[1].Key, $"'{present[0].Key.Value}' and '{present[1].Key.Value}' exclude each other.", "exactly one of: " + keys);
            return false;
        }
        bool isRequired = choice.IsRequired && (choice.Unless is not { } unless || mapping.Find(unless) is null);
        if (present.Length == 1 || !isRequired || _hasUnknown)
            return true;
        file.Report(choice.Code, mapping, $"{table.Phrase} needs one of: {keys}.", choice.Code.Fix);
        return false;
    }

    private void CheckAlone(YamlMapping mapping, KeyTable table)
    {
        if (table.Alone is not { } alone || mapping.Entries.Count < 2 || mapping.Find(alone) is not { } entry)
            return;
        YamlEntry other = mapping.Entries.First(e => e != entry);
        file.Report(DiagnosticCodes.GivenChoice, entry.Key, $"'{alone}' stands beside '{ScalarCheck.Show(other.Key.Value)}'.", DiagnosticCodes.GivenChoice.Fix);
    }
}
