namespace MrsDiag.Text;

/// <summary>Wildcards as PowerShell users write them: <c>*</c> and <c>?</c>, without regard to case.</summary>
public static class Wildcard
{
    /// <summary>Whether a whole text fits a pattern. Linear in the text for each star; no regular expression is built.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    /// <returns><see langword="true"/> if it fits.</returns>
    public static bool IsMatch(string pattern, string text)
    {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t])))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    /// <summary>Whether a pattern has a wildcard character at all.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns><see langword="true"/> if so.</returns>
    public static bool IsPattern(string pattern) => pattern.IndexOfAny(Characters) >= 0;

    private static readonly char[] Characters = ['*', '?'];
}
