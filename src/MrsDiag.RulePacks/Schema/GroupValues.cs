using MrsDiag.Facts;

namespace MrsDiag.RulePacks.Schema;

/// <summary>The values of a group that cases and messages may name, as a table like those of facts.</summary>
internal static class GroupValues
{
    /// <summary>The prefix of their names.</summary>
    public const string Prefix = "group";

    /// <summary>Makes the table.</summary>
    /// <param name="measured">Type of what the group measures.</param>
    /// <returns>The table.</returns>
    public static FactCollection Make(FactType measured) => new(Prefix, "The group, or the window of it that a case looks at.", isTimed: false,
        new FactField("count", FactType.Number, "Number of items."),
        new FactField("distinct", FactType.Number, "Number of distinct values of the measured field."),
        new FactField("values", FactType.TextList, "Those values, in order of first appearance."),
        new FactField("measured", measured, "What the group measures; a duration where the measured field is one, and for gap."),
        new FactField("span", FactType.Duration, "Time from the first to the last item."),
        new FactField("maxGap", FactType.Duration, "Longest silence between neighbouring items."),
        new FactField("first", FactType.Time, "Time of the first item."),
        new FactField("last", FactType.Time, "Time of the last item."),
        new FactField("undated", FactType.Number, "Number of items without a time, which no window can hold."));
}
