namespace MrsDiag.Sources.Clixml;

/// <summary>
/// Short texts seen lately, so that a server name met ten thousand times is one string. A fixed number of places, each holding the
/// last text that fell on it: bounded without any clean-up.
/// </summary>
internal sealed class TextPool
{
    private const int Places = 4096;
    private const int LongestPooled = 32;

    private readonly string?[] _places = new string?[Places];

    /// <summary>The text at the beginning of a buffer as a string, new or known.</summary>
    public string Get(char[] buffer, int length)
    {
        if (length == 0)
            return "";
        if (length > LongestPooled)
            return new string(buffer, 0, length);
        uint place = CharRun.Hash(buffer, length) % Places;
        string? known = _places[place];
        if (known is not null && CharRun.Equals(known, buffer, length))
            return known;
        return _places[place] = new string(buffer, 0, length);
    }
}
