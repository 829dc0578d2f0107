namespace MrsDiag.Text;

/// <summary>
/// Yields the normalised characters of a text one by one, so that a scan needs no copy of it.
/// <see cref="TextNormalizer"/> and the pattern index share it: what a rule writes and what a product prints fold alike.
/// </summary>
internal struct CharFolding(string text)
{
    private const char Drop = '\0';
    private int _next;
    private string _pending = "";
    private int _pendingNext;
    private bool _space;
    private bool _started;
    private char _last;

    /// <summary>The character that <see cref="MoveNext"/> found.</summary>
    public char Current { get; private set; }

    /// <summary>Moves to the next normalised character.</summary>
    /// <returns>Whether there was one.</returns>
    public bool MoveNext()
    {
        if (_pendingNext < _pending.Length)
            return Yield(_pending[_pendingNext++]);
        while (_next < text.Length)
        {
            char c = Fold(text[_next]);
            if (c == Drop)
            {
                _next++;
                continue;
            }
            if (c == ' ')
            {
                _space = _started;
                _next++;
                continue;
            }
            if (_space)
            {
                _space = false;
                return Yield(' ');
            }
            _next++;
            return Yield(c == 'n' && _started && IsContraction() ? StartNot() : c);
        }
        return false;
    }

    private bool Yield(char c)
    {
        _started = true;
        _last = Current;
        Current = c;
        return true;
    }

    // Versions of the product print "isn't" and "is not" for the same failure: the short form becomes the long one.
    // The 'n' has been read; the apostrophe and the 't' follow, perhaps with invisible marks between them.
    private bool IsContraction()
    {
        int i = _next;
        if (!Follows(ref i, '\'') || !Follows(ref i, 't'))
            return false;
        while (i < text.Length && Fold(text[i]) == Drop)
            i++;
        if (i < text.Length && char.IsLetterOrDigit(text[i]))
            return false;
        _next = i;
        return true;
    }

    private readonly bool Follows(ref int i, char wanted)
    {
        while (i < text.Length && Fold(text[i]) == Drop)
            i++;
        return i < text.Length && Fold(text[i++]) == wanted;
    }

    // "can't" is "cannot": its n stays and "not" follows at once; all others give " not".
    private char StartNot()
    {
        bool can = Current == 'a' && _last == 'c';
        _pending = "not";
        _pendingNext = 0;
        return can ? 'n' : ' ';
    }

    // Lower case is invariant, so that a session in Turkish compares like any other.
    private static char Fold(char c)
    {
        if (c < 0x80)
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c > ' ' ? c : c is ' ' or (>= '\t' and <= '\r') ? ' ' : Drop;
        return c switch
        {
            '\u00a0' or '\u2007' or '\u202f' or '\u2028' or '\u2029' or '\u0085' or '\u3000' => ' ',
            '\u200b' or '\u200c' or '\u200d' or '\u200e' or '\u200f' or '\ufeff' or '\u00ad' or '\u2060'
                or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => Drop,
            '\u2018' or '\u2019' or '\u201a' or '\u201b' or '\u2032' or '\u00b4' or '\u02bc' => '\'',
            '\u201c' or '\u201d' or '\u201e' or '\u201f' or '\u00ab' or '\u00bb' or '\u2033' => '"',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
            _ => char.ToLowerInvariant(c),
        };
    }
}
