using System.Text;

namespace MrsDiag.Text;

/// <summary>
/// Brings product texts and rule patterns to one form before they are compared: invisible marks removed, quotes, contractions and
/// white space folded, lower case. Exchange Online prints U+200E around names, documents carry typographic quotes, pasted text is wrapped.
/// </summary>
public static class TextNormalizer
{
    /// <summary>Normalises one text. Applying it twice gives the same text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The form that conditions compare.</returns>
    public static string Normalize(string text)
    {
        StringBuilder result = new(text.Length);
        CharFolding folding = new(text);
        while (folding.MoveNext())
            result.Append(folding.Current);
        return result.ToString();
    }
}
