namespace MrsDiag.Sources.Clixml;

/// <summary>Characters at the beginning of a buffer, compared with strings without making one.</summary>
internal static class CharRun
{
    private const int Sampled = 6;

    /// <summary>
    /// A hash of the length and of the first and last characters, which is where the names and short texts of one file differ.
    /// Its users compare the whole run anyway.
    /// </summary>
    public static uint Hash(char[] buffer, int length)
    {
        uint hash = 2166136261 ^ (uint)length;
        int head = length < Sampled ? length : Sampled;
        for (int i = 0; i < head; i++)
            hash = (hash ^ buffer[i]) * 16777619;
        for (int i = length - head; i < length; i++)
            hash = (hash ^ buffer[i]) * 16777619;
        return hash ^ (hash >> 15);
    }

    /// <summary>Whether the characters are those of a string.</summary>
    public static bool Equals(string text, char[] buffer, int length)
    {
        if (text.Length != length)
            return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != buffer[i])
                return false;
        }
        return true;
    }
}
