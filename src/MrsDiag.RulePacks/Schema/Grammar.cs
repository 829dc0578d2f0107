using System;

namespace MrsDiag.RulePacks.Schema;

/// <summary>Articles and plurals of the few nouns in messages.</summary>
internal static class Grammar
{
    /// <summary>A noun with its article.</summary>
    /// <param name="noun">For example <c>duration</c>.</param>
    /// <returns><c>a duration</c>; what takes none stays as it is.</returns>
    public static string WithArticle(string noun)
    {
        if (noun.StartsWith("text", StringComparison.Ordinal) || noun.StartsWith("true", StringComparison.Ordinal) || !char.IsLetter(noun[0]))
            return noun;
        bool isVowel = "aeio".IndexOf(noun[0]) >= 0 || noun.StartsWith("https", StringComparison.Ordinal);
        return (isVowel ? "an " : "a ") + noun;
    }

    /// <summary>A noun in the plural.</summary>
    /// <param name="noun">For example <c>rule id</c>.</param>
    /// <returns><c>rule ids</c>; what has none stays as it is.</returns>
    public static string Plural(string noun)
    {
        if (noun.StartsWith("text", StringComparison.Ordinal) || noun.StartsWith("true", StringComparison.Ordinal) || !char.IsLetter(noun[0]))
            return noun;
        return noun + (noun.EndsWith("s", StringComparison.Ordinal) ? "es" : "s");
    }
}
