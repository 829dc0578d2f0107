using System;
using System.Text;

namespace MrsDiag.Rules.Evaluation;

/// <summary>
/// Puts a message together so that it reads well where a value is missing: a labelled value, <c>; host: {host}</c>, goes with its label, and
/// only a value inside a sentence is printed as unknown.
/// </summary>
internal sealed class MessageBuilder
{
    private const int LongestLabel = 40;

    private readonly StringBuilder _text = new();
    private bool _dropped;

    /// <summary>Adds literal text.</summary>
    public void Literal(string text)
    {
        _text.Append(_dropped ? Rejoined(text) : text);
        _dropped = false;
    }

    /// <summary>Adds a value that is known.</summary>
    public void Value(string text)
    {
        _text.Append(text);
        _dropped = false;
    }

    /// <summary>Adds a value that is missing.</summary>
    /// <param name="words">What stands for it inside a sentence.</param>
    public void Missing(string words)
    {
        int label = LabelStart();
        _dropped = label >= 0;
        if (_dropped)
            _text.Length = label;
        else
            _text.Append(words);
    }

    /// <summary>The message.</summary>
    public override string ToString() => _text.ToString().TrimEnd();

    // Where "label: " at the end starts; the mark before it, one of "(", "; ", ", " and ". ", stays.
    private int LabelStart()
    {
        int end = _text.Length - 2;
        if (end <= 0 || _text[end] != ':' || _text[end + 1] != ' ')
            return -1;
        int start = end;
        while (start > 0 && end - start < LongestLabel && (char.IsLetter(_text[start - 1]) || _text[start - 1] is ' ' or '-'))
            start--;
        while (start < end && _text[start] == ' ')
            start++;
        bool isMarked = start == 0 || _text[start - 1] is ' ' or '(';
        return start < end && isMarked ? start : -1;
    }

    // What follows a dropped value, without a mark that now stands twice.
    private string Rejoined(string next)
    {
        char mark = LastMark();
        if (mark == '(' && next.StartsWith(")", StringComparison.Ordinal))
        {
            Cut(1);
            return next.Substring(1);
        }
        bool opens = mark is '(' or '.' or '\0';
        if (opens && (next.StartsWith("; ", StringComparison.Ordinal) || next.StartsWith(", ", StringComparison.Ordinal)))
            return next.Substring(2);
        if (mark is '.' or '\0' && next.StartsWith(".", StringComparison.Ordinal))
            return _text.Length > 0 ? next.Substring(1).TrimStart() : next.Substring(1);
        if (mark is ';' or ',')
            Cut(1);
        return next;
    }

    private char LastMark()
    {
        int last = LastVisible();
        return last < 0 ? '\0' : _text[last];
    }

    private int LastVisible()
    {
        int last = _text.Length - 1;
        while (last >= 0 && _text[last] == ' ')
            last--;
        return last;
    }

    // Takes the last visible marks away, and the spaces around them.
    private void Cut(int marks)
    {
        _text.Length = LastVisible() + 1 - marks;
        _text.Length = LastVisible() + 1;
    }
}
