using System.Globalization;

namespace MrsDiag.Endpoints;

/// <summary>Finds letters of another script that look like Latin ones and came into a name by copying.</summary>
internal static class LookAlikes
{
    /// <summary>A clause that names the first such letter; empty where there is none.</summary>
    /// <param name="host">A host name.</param>
    /// <returns>The clause. A name wholly in another script, and Latin letters with accents, are fine.</returns>
    public static string Find(string host)
    {
        foreach (string label in host.Split('.', '\u3002'))
        {
            bool hasLatin = false;
            char foreign = '\0';
            foreach (char c in label)
            {
                hasLatin |= c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
                if (foreign == '\0' && IsConfusable(c))
                    foreign = c;
            }
            if (hasLatin && foreign != '\0')
                return $"'{label}' mixes Latin letters with {Describe(foreign)}; type the name instead of copying it";
        }
        return "";
    }

    /// <summary>A character as people can look it up.</summary>
    /// <param name="c">The character.</param>
    /// <returns>Itself where it can be shown, with its code point.</returns>
    public static string Describe(char c)
    {
        string code = "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
        return char.IsControl(c) || char.IsSurrogate(c) ? code : $"'{c}' ({code}{Script(c)})";
    }

    private static bool IsConfusable(char c) => Script(c).Length > 0;

    private static string Script(char c) => c switch
    {
        >= '\u0370' and <= '\u03ff' => ", Greek",
        >= '\u0400' and <= '\u052f' => ", Cyrillic",
        >= '\u0530' and <= '\u058f' => ", Armenian",
        >= '\u13a0' and <= '\u13ff' => ", Cherokee",
        _ => "",
    };
}
