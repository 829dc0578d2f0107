using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Reporting;

namespace MrsDiag.RulePacks.Schema;

/// <summary>The facts that a test of one source may give; a key table made from the source's own table.</summary>
internal static class FactKeys
{
    /// <summary>The key of an item's time.</summary>
    public const string At = "at";

    /// <summary>The key of a text.</summary>
    public const string Text = "text";

    /// <summary>The keys of <c>given</c> for a source.</summary>
    /// <param name="source">The source.</param>
    /// <returns>The table.</returns>
    public static KeyTable MakeGiven(FactSource source)
    {
        KeyTable parent = MakeItem(source, source.Parent);
        List<KeyRow> rows =
        [
            new(Text, CommonShapes.Text, false, "A pasted report or error text, read as the program reads it."),
            new(source.Parent.Name, new TableShape(() => parent), false, source.Parent.Description),
        ];
        foreach (FactCollection collection in source.Collections)
        {
            KeyTable item = MakeItem(source, collection);
            rows.Add(new(collection.Name, new ListShape(new TableShape(() => item), MayBeEmpty: true), false, collection.Description));
        }
        return new("given-" + source.Name, "given", "Facts of source " + source.Name + ".", rows)
        {
            IsNamedByKey = true,
            Alone = Text,
            NeedsAKey = true,
            UnknownCode = DiagnosticCodes.UnknownCollection,
            KeyWord = "collection",
        };
    }

    /// <summary>The shape of a field's value.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The shape.</returns>
    public static Shape ShapeOf(FactField field) => field.Type switch
    {
        FactType.TextList => new ListShape(TextOf(field), MayBeEmpty: true),
        FactType.Number => new NumberShape(),
        FactType.Duration => CommonShapes.Duration,
        FactType.Time => CommonShapes.Time,
        FactType.Boolean => CommonShapes.Boolean,
        FactType.Version => CommonShapes.Version,
        _ => TextOf(field),
    };

    private static Shape TextOf(FactField field)
    {
        if (field.Values is { Count: > 0 } values)
            return WordShape.Of("value of " + field.Name, values, DiagnosticCodes.NotAValue);
        return new TextShape { MayBeEmpty = true };
    }

    private static KeyTable MakeItem(FactSource source, FactCollection collection)
    {
        List<KeyRow> rows = [];
        if (collection.IsTimed)
            rows.Add(new(At, CommonShapes.Time, false, "When it happened; UTC unless it carries an offset."));
        rows.AddRange(collection.Fields.Select(f => new KeyRow(f.Name, ShapeOf(f), false, f.Description)));
        return new("facts-" + source.Name + "-" + collection.Name, collection.Name, collection.Description, rows)
        {
            IsNamedByKey = true,
            UnknownCode = DiagnosticCodes.UnknownField,
            KeyWord = "field",
        };
    }
}
