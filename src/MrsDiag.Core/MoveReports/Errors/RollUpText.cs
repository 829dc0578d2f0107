using System.Globalization;

namespace MrsDiag.MoveReports;

/// <summary>
/// Reads <c>The job encountered too many transient failures (60) and is quitting. The most common failure is X with the hit count 42.</c>
/// </summary>
internal static class RollUpText
{
    /// <summary>Reads the roll-up.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="hitType">The class it names.</param>
    /// <param name="hitCount">How often it occurred; <see langword="null"/> where it does not say.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryRead(string text, out string hitType, out int? hitCount)
    {
        hitType = "";
        hitCount = null;
        int at = TextSearch.After(text, "The most common failure is ");
        if (at < 0)
            return false;
        int end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '_'))
            end++;
        hitType = TypePrefix.WithoutNamespace(text.Substring(at, end - at).TrimEnd('.'));
        int count = TextSearch.After(text, "hit count ", end);
        if (count >= 0)
        {
            int stop = count;
            while (stop < text.Length && stop - count < 9 && TextSearch.IsDigit(text[stop]))
                stop++;
            if (int.TryParse(text.Substring(count, stop - count), NumberStyles.None, CultureInfo.InvariantCulture, out int value))
                hitCount = value;
        }
        return hitType.Length > 0;
    }
}
