using System.Text;
using MrsDiag.Wire.Http;

namespace MrsDiag.Wire.Authentication;

// The words of one WWW-Authenticate value. Each call either moves forward or says that there is nothing.
internal sealed class ChallengeText(string text)
{
    private int _at;

    private bool IsAtEnd => _at >= text.Length;

    // False at the end of the value.
    public bool SkipSeparators()
    {
        while (!IsAtEnd && text[_at] is ',' or ' ' or '\t')
            _at++;
        return !IsAtEnd;
    }

    public void SkipOne() => _at++;

    public string Word()
    {
        int start = _at;
        while (!IsAtEnd && HttpRequestText.IsTokenCharacter(text[_at]))
            _at++;
        return text.Substring(start, _at - start);
    }

    public bool TrySkipEquals()
    {
        int at = AfterSpaces(_at);
        if (at >= text.Length || text[at] != '=')
            return false;
        _at = AfterSpaces(at + 1);
        return true;
    }

    // The token68 behind a scheme, if what stands there is one and not the first parameter.
    public string? Token()
    {
        int start = AfterSpaces(_at);
        int end = start;
        while (end < text.Length && IsToken68(text[end]))
            end++;
        while (end < text.Length && text[end] == '=')
            end++;
        int next = AfterSpaces(end);
        if (end == start || start == _at || (next < text.Length && text[next] != ','))
            return null;
        _at = end;
        return text.Substring(start, end - start);
    }

    public string Value()
    {
        if (!IsAtEnd && text[_at] == '"')
            return Quoted();
        int start = _at;
        while (!IsAtEnd && text[_at] is not (',' or ' ' or '\t'))
            _at++;
        return text.Substring(start, _at - start);
    }

    // A missing closing quote takes the rest of the value.
    private string Quoted()
    {
        var value = new StringBuilder();
        for (_at++; !IsAtEnd && text[_at] != '"'; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
                _at++;
            value.Append(text[_at]);
        }
        _at++;
        return value.ToString();
    }

    private int AfterSpaces(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at;
    }

    private static bool IsToken68(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~' or '+' or '/';
}
