using MrsDiag.Facts;

namespace MrsDiag.RulePacks.Schema;

/// <summary>Field types in words.</summary>
internal static class FactTypes
{
    /// <summary>A type in words with its article.</summary>
    /// <param name="type">The type.</param>
    /// <returns>For example <c>a list of text</c>.</returns>
    public static string OneOf(FactType type) => Grammar.WithArticle(Words(type));

    /// <summary>A type in words.</summary>
    /// <param name="type">The type.</param>
    /// <returns>For example <c>list of text</c>.</returns>
    public static string Words(FactType type) => type switch
    {
        FactType.TextList => "list of text",
        FactType.Number => "number",
        FactType.Duration => "duration",
        FactType.Time => "time",
        FactType.Boolean => "true or false",
        FactType.Version => "version",
        _ => "text",
    };
}
