using System;
using System.Collections.Generic;
using System.Globalization;

namespace MrsDiag.MoveReports;

/// <summary>
/// Decides how a line goes on in the next one: with a space, or, where a console cut a word in two at its right edge, without.
/// </summary>
internal sealed class LineWrap
{
    private const int MostWords = 50_000;
    private static readonly int[] UsualWidths = [80, 100, 120, 132, 160, 200];

    // Words of the errors that get pasted, so that a cut word is known even in a text of two lines.
    private const string Usual =
        "the call to failed error details http https request is was were unauthorized forbidden with client authentication scheme negotiate header "
        + "received from server remote returned an and unable connect connection attempt because connected party did not properly respond after "
        + "period of time or established host has have there no endpoint listening at that could accept message this often caused by incorrect "
        + "address soap action see innerexception if present for more longer recognizes sequence most likely due abort on value identifier known "
        + "reliable session faulted channel timed out while waiting reply increase timeout passed sendtimeout binding time allotted operation may "
        + "been portion exceeded attempting send service services unavailable gateway found busy specified please ensure correct try accessing "
        + "again later mailbox replication using credentials provided check communication completed settings determined autodiscover response "
        + "running transient fatal occurred system will retry mailboxes source target database version build proxy stage percent complete copy "
        + "progress messages processing continued started copying folder folders hierarchy currently exception exchange microsoft migration "
        + "permanent temporary actively refused machine closed underlying secure certificate invalid resolved name maximum number active "
        + "connections allowed current limit process switch into sync mode locked mover another move user already being moved cannot find recipient guid";

    private static readonly HashSet<string> UsualWords = new(Usual.Split(' '), StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlyList<string> _lines;
    private readonly int _hardWidth;
    private HashSet<string>? _words;

    /// <summary>Looks at all lines of a text.</summary>
    /// <param name="lines">Physical lines.</param>
    /// <param name="continues">Whether a line is the continuation of the one before.</param>
    public LineWrap(IReadOnlyList<string> lines, Func<int, bool> continues)
    {
        _lines = lines;
        _hardWidth = HardWidth(lines, continues);
    }

    /// <summary>What stands between a line and its continuation: a space or nothing; a stack frame stays a line of its own.</summary>
    /// <param name="previous">The line before, as printed.</param>
    /// <param name="next">The continuation, as printed.</param>
    public string Joint(string previous, string next)
    {
        string last = LastToken(previous);
        string first = FirstToken(next);
        if (IsStackFrame(next, first))
            return "\n   ";
        if (last.Length == 0 || first.Length == 0)
            return " ";
        if (CutsUrl(last) || CutsClassName(last, first) || CutsBuild(last, first))
            return "";
        if (!char.IsLetterOrDigit(last[last.Length - 1]) || !char.IsLetterOrDigit(first[0]))
            return " ";
        string left = Tail(last);
        string right = Head(first);
        bool bothKnown = IsWord(left) && IsWord(right);
        if (bothKnown)
            return " ";
        if (IsWord(left + right))
            return "";
        return _hardWidth > 0 && previous.Length == _hardWidth ? "" : " ";
    }

    // A console cuts every line that goes on at the same column; a formatter that wraps between words does not.
    private static int HardWidth(IReadOnlyList<string> lines, Func<int, bool> continues)
    {
        int longest = 0;
        foreach (string line in lines)
            longest = Math.Max(longest, line.Length);
        int continued = 0;
        int full = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length == 0 || !continues(i + 1))
                continue;
            continued++;
            if (lines[i].Length == longest)
                full++;
        }
        bool usual = full == 2 && continued == 2 && Array.IndexOf(UsualWidths, longest) >= 0;
        return usual || (full >= 3 && full * 5 >= continued * 4) ? longest : 0;
    }

    // "(14.3.224." and "1 caps:05FFFF)": a sentence does not end in three numbers.
    private static bool CutsBuild(string last, string first)
    {
        if (last[last.Length - 1] != '.' || !TextSearch.IsDigit(first[0]))
            return false;
        int start = last.Length;
        int dots = 0;
        while (start > 0 && (last[start - 1] == '.' || TextSearch.IsDigit(last[start - 1])))
        {
            if (last[--start] == '.')
                dots++;
        }
        return dots >= 2;
    }

    // "at Namespace.Type.Method(…)", the first word in the session's language.
    private static bool IsStackFrame(string line, string first)
    {
        if (first.Length is 0 or > 4)
            return false;
        int start = line.IndexOf(first, StringComparison.Ordinal) + first.Length + 1;
        int open = start >= line.Length ? -1 : line.IndexOf('(', start);
        return open > start && line.IndexOf(' ', start, open - start) < 0 && line.IndexOf('.', start, open - start) > start;
    }

    // A quoted URL that the line end left open; behind ".svc" the server's name may follow after a space.
    private static bool CutsUrl(string token)
    {
        int scheme = token.IndexOf("://", StringComparison.Ordinal);
        return scheme > 0 && token[0] == '\'' && token.IndexOf('\'', 1) < 0 && !token.EndsWith(".svc", StringComparison.OrdinalIgnoreCase);
    }

    private static bool CutsClassName(string last, string first)
    {
        const string Word = "Exception";
        string joined = last + first;
        if (joined.IndexOf(Word, StringComparison.Ordinal) < 0 || !(char.IsLetterOrDigit(last[last.Length - 1]) || last[last.Length - 1] == '.'))
            return false;
        if (last[last.Length - 1] == '.')
            return last.StartsWith("Microsoft.", StringComparison.Ordinal) || last.StartsWith("System.", StringComparison.Ordinal);
        bool cutInside = last.IndexOf(Word, StringComparison.Ordinal) < 0 && first.IndexOf(Word, StringComparison.Ordinal) < 0;
        // A class name starts with a capital, so "manentException:" is the rest of one.
        return cutInside || (char.IsLower(first[0]) && first.IndexOf(Word, StringComparison.Ordinal) > 0);
    }

    private bool IsWord(string word)
    {
        if (word.Length == 0)
            return false;
        if (UsualWords.Contains(word))
            return true;
        _words ??= Words();
        return _words.Contains(word);
    }

    // Words of the text itself; those at line ends may be halves.
    private HashSet<string> Words()
    {
        HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in _lines)
        {
            string[] tokens = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            for (int i = 1; i < tokens.Length - 1 && words.Count < MostWords; i++)
                words.Add(tokens[i].Trim('.', ',', ';', ':', '\'', '"', '(', ')').ToLower(CultureInfo.InvariantCulture));
        }
        return words;
    }

    private static string LastToken(string line)
    {
        int start = line.Length;
        while (start > 0 && !char.IsWhiteSpace(line[start - 1]))
            start--;
        return line.Substring(start);
    }

    private static string FirstToken(string line)
    {
        int start = 0;
        while (start < line.Length && char.IsWhiteSpace(line[start]))
            start++;
        int end = start;
        while (end < line.Length && !char.IsWhiteSpace(line[end]))
            end++;
        return line.Substring(start, end - start);
    }

    private static string Tail(string token)
    {
        int start = token.Length;
        while (start > 0 && char.IsLetterOrDigit(token[start - 1]))
            start--;
        return token.Substring(start);
    }

    private static string Head(string token)
    {
        int end = 0;
        while (end < token.Length && char.IsLetterOrDigit(token[end]))
            end++;
        return token.Substring(0, end);
    }
}
