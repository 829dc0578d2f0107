using System.Xml;

namespace MrsDiag.Sources.Clixml;

/// <summary>
/// The XML reader keeps every element and attribute name it ever met and looks each up again wherever it meets it: two million times in
/// a large file. CLIXML has some forty names, which are found here at first sight; a file that invents new ones without end is no
/// CLIXML and must not fill the memory.
/// </summary>
internal sealed class BoundedNameTable : NameTable
{
    private const int MaxCharacters = 1024 * 1024;
    private const int Places = 256;

    // Each holds the last name that fell on it.
    private readonly string?[] _recent = new string?[Places];
    private int _characters;

    /// <inheritdoc/>
    public override string Add(char[] key, int start, int len)
    {
        if (len == 0)
            return "";
        int place = ((len * 61) + (key[start] * 7) + key[start + len - 1]) & (Places - 1);
        string? recent = _recent[place];
        if (recent is not null && IsSame(recent, key, start, len))
            return recent;
        return _recent[place] = Get(key, start, len) ?? AddNew(key, start, len);
    }

    private static bool IsSame(string name, char[] key, int start, int len)
    {
        if (name.Length != len)
            return false;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] != key[start + i])
                return false;
        }
        return true;
    }

    private string AddNew(char[] key, int start, int len)
    {
        // A name costs more than its characters.
        _characters += len + 32;
        if (_characters > MaxCharacters)
            throw new OversizedTokenException();
        return base.Add(key, start, len);
    }
}
