using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;

namespace MrsDiag.Rules;

/// <summary>The one list of operators: name in packs, field types it fits, and its help text.</summary>
public static class OperatorTable
{
    private static readonly FactType[] TextTypes = [FactType.Text, FactType.TextList];
    private static readonly FactType[] Ordered = [FactType.Number, FactType.Duration, FactType.Time, FactType.Version];
    private static readonly FactType[] Every =
        [FactType.Text, FactType.TextList, FactType.Number, FactType.Duration, FactType.Time, FactType.Boolean, FactType.Version];

    /// <summary>All rows.</summary>
    public static IReadOnlyList<OperatorRow> Rows { get; } =
    [
        new(Operator.Equals, "equals", Every, TakesList: false, "the value is this"),
        new(Operator.In, "in", [FactType.Text, FactType.TextList, FactType.Number], TakesList: true, "the value is one of these"),
        new(Operator.Contains, "contains", TextTypes, TakesList: true, "the text holds this text, or one of these"),
        new(Operator.StartsWith, "startsWith", TextTypes, TakesList: false, "the text begins with this"),
        new(Operator.EndsWith, "endsWith", TextTypes, TakesList: false, "the text ends with this"),
        new(Operator.Like, "like", TextTypes, TakesList: false, "the whole text fits this pattern of * and ?"),
        new(Operator.Match, "match", TextTypes, TakesList: false, "the text holds a match of this regular expression (250 ms limit)"),
        new(Operator.Gt, "gt", Ordered, TakesList: false, "greater than"),
        new(Operator.Gte, "gte", Ordered, TakesList: false, "greater than or equal"),
        new(Operator.Lt, "lt", Ordered, TakesList: false, "less than"),
        new(Operator.Lte, "lte", Ordered, TakesList: false, "less than or equal"),
        new(Operator.Exists, "exists", Every, TakesList: false, "the field has a value (true) or is missing (false)"),
    ];

    /// <summary>Looks an operator up by its name in packs.</summary>
    /// <param name="name">Exact name.</param>
    /// <returns>The row, or <see langword="null"/>.</returns>
    public static OperatorRow? Find(string name) => Rows.FirstOrDefault(r => r.Name == name);
}
