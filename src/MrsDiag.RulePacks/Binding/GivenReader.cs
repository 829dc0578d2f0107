using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Reads the facts of a test, once their shape was found right.</summary>
internal sealed class GivenReader(FileDiagnostics file, FactSource source)
{
    /// <summary>Reads the facts.</summary>
    /// <param name="given">The mapping.</param>
    /// <returns>The facts; <see langword="null"/> with a report.</returns>
    public FactSet? Read(YamlMapping given)
    {
        if (given.Find(FactKeys.Text) is { Value: YamlScalar text } entry)
            return ReadText(entry.Key, text);
        FactSet facts = new(source, "test");
        foreach (YamlEntry part in given.Entries)
        {
            if (part.Value is YamlMapping parent)
                Fill(facts.Parent, parent);
            else if (part.Value is YamlSequence items)
                AddItems(facts, part.Key.Value, items.Items.OfType<YamlMapping>());
        }
        return Guard(given, "completed", () =>
        {
            source.Complete?.Invoke(facts);
            return facts;
        });
    }

    private FactSet? ReadText(YamlScalar key, YamlScalar text)
    {
        if (source.FromText is { } read)
            return Guard(text, "read", () => read(text.Value));
        file.Report(DiagnosticCodes.NoTextReader, key, $"source '{source.Name}' cannot be read from text.", DiagnosticCodes.NoTextReader.Fix);
        return null;
    }

    // A reader is code of the program; that it throws on the text of a test is the author's to know, and no reason to fail the load.
    private FactSet? Guard(YamlNode place, string step, Func<FactSet> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            file.Report(DiagnosticCodes.GivenRefused, place, $"the facts cannot be {step}: {ScalarCheck.Show(e.Message)}", DiagnosticCodes.GivenRefused.Fix);
            return null;
        }
    }

    private static void AddItems(FactSet facts, string collection, IEnumerable<YamlMapping> nodes)
    {
        foreach (YamlMapping node in nodes)
        {
            FactItem item = facts.Add(collection);
            item.Origin = collection + "[" + item.Order.ToString(CultureInfo.InvariantCulture) + "]";
            Fill(item, node);
        }
    }

    private static void Fill(FactItem item, YamlMapping node)
    {
        foreach (YamlEntry entry in node.Entries)
        {
            if (item.Collection.Find(entry.Key.Value) is { } field)
                item[field.Ordinal] = FactValues.Read(entry.Value, field.Type);
            else if (entry.Key.Value == FactKeys.At)
                item.At = (DateTime?)FactValues.Read(entry.Value, FactType.Time);
        }
    }
}
