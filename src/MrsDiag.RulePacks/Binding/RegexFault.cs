using System;
using System.Text.RegularExpressions;

namespace MrsDiag.RulePacks.Binding;

/// <summary>
/// Tells where a regular expression is broken. .NET Framework gives a sentence in the user's language and no place, so the usual
/// faults are found here; for the rest the runtime's own words have to do.
/// </summary>
internal sealed class RegexFault
{
    /// <summary>Time limit of one match; compiling does not need it, but no expression is made without.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(250);

    private readonly string _pattern;
    private readonly System.Collections.Generic.Stack<int> _groups = new();
    private int _at;

    private RegexFault(string pattern) => _pattern = pattern;

    /// <summary>Offset of the fault in the pattern; -1 where it is not known.</summary>
    public int Offset { get; private set; } = -1;

    /// <summary>What is wrong.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Compiles an expression as the engine does.</summary>
    /// <param name="pattern">The expression.</param>
    /// <param name="caseSensitive">Whether case matters.</param>
    /// <returns>The fault, or <see langword="null"/> where it compiles.</returns>
    public static RegexFault? Find(string pattern, bool caseSensitive)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant | (caseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase), Timeout);
            return null;
        }
        // Broken patterns have brought out more than ArgumentException in older runtimes.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            RegexFault fault = new(pattern);
            if (!fault.Scan())
                fault.Message = e.Message;
            return fault;
        }
    }

    private bool Scan()
    {
        bool canRepeat = false;
        for (_at = 0; _at < _pattern.Length; _at++)
        {
            bool found = _pattern[_at] switch
            {
                '\\' => Escape(),
                '[' => Class(),
                ')' when _groups.Count == 0 => Fault(_at, "a closing parenthesis without an opening one"),
                '*' or '+' or '?' when !canRepeat => Fault(_at, "nothing to repeat before '" + _pattern[_at] + "'"),
                _ => false,
            };
            if (found)
                return true;
            canRepeat = Step();
        }
        return _groups.Count > 0 && Fault(_groups.Peek(), "a parenthesis that is not closed");
    }

    // Keeps count of groups; returns whether a quantifier may follow.
    private bool Step()
    {
        char c = _pattern[_at];
        if (c == '(')
        {
            _groups.Push(_at);
            // The '?' of "(?:" is no quantifier.
            if (_at + 1 < _pattern.Length && _pattern[_at + 1] == '?')
                _at++;
            return false;
        }
        if (c == ')')
            _groups.Pop();
        if (c is '*' or '+' or '?' or '}' && _at + 1 < _pattern.Length && _pattern[_at + 1] == '?')
            _at++;
        return c is not ('|' or '*' or '+' or '?');
    }

    private bool Escape()
    {
        if (_at + 1 >= _pattern.Length)
            return Fault(_at, "a backslash at the end");
        _at++;
        return false;
    }

    private bool Class()
    {
        int open = _at;
        int i = _at + 1;
        if (i < _pattern.Length && _pattern[i] == '^')
            i++;
        // A bracket in first place is a member of the class.
        if (i < _pattern.Length && _pattern[i] == ']')
            i++;
        while (i < _pattern.Length && _pattern[i] != ']')
            i += _pattern[i] == '\\' ? 2 : 1;
        if (i >= _pattern.Length)
            return Fault(open, "a bracket that is not closed");
        _at = i;
        return false;
    }

    private bool Fault(int offset, string message)
    {
        Offset = offset;
        Message = message;
        return true;
    }
}
