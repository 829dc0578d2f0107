using System.Xml;

namespace MrsDiag.Sources.Clixml;

/// <summary>
/// The XML reader keeps every element and attribute name it ever met. CLIXML has some forty; a file that invents new ones without end
/// is no CLIXML and must not fill the memory.
/// </summary>
internal sealed class BoundedNameTable : NameTable
{
    private const int MaxCharacters = 1024 * 1024;

    private int _characters;

    /// <inheritdoc/>
    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? AddNew(key, start, len);

    private string AddNew(char[] key, int start, int len)
    {
        // A name costs more than its characters.
        _characters += len + 32;
        if (_characters > MaxCharacters)
            throw new OversizedTokenException();
        return base.Add(key, start, len);
    }
}
