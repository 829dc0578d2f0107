using System;
using System.Text.RegularExpressions;
using MrsDiag.RulePacks.Reporting;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MrsDiag.RulePacks.Yaml;

/// <summary>
/// Says what a person did when the parser only says what it expected. One failure, one report: the parser cannot go on behind it.
/// </summary>
internal sealed class YamlSlips
{
    // A key without the space behind its colon, also as a list item: "- id:MRS3001". An address such as https://... is none.
    private static readonly Regex KeyWithoutSpace = new(@"\A[ \t]*(?:- +)*(?<key>[A-Za-z_][\w.-]*):(?![ \t/]|\z)", RegexOptions.CultureInvariant);
    private static readonly Regex KeyOfLine = new(@"\A[ \t]*(?:- +)*(?<key>'[^']*'|""[^""]*""|[^\s:'""{\[][^:{\[]*?):(?:[ \t]|\z)", RegexOptions.CultureInvariant);

    private readonly FileDiagnostics _file;
    private readonly SourceText _source;
    private readonly YamlReadState _state;
    private readonly string _says;
    private readonly int _start;
    private readonly int _end;

    private YamlSlips(Exception exception, YamlReadState state, FileDiagnostics file)
    {
        _file = file;
        _source = file.Source;
        _state = state;
        _says = exception.Message;
        YamlException? known = exception as YamlException;
        _start = known is null ? state.LastEnd : _source.Clamp(known.Start.Index);
        _end = known is null ? state.LastEnd : _source.Clamp(known.End.Index);
    }

    private int Line => _source.LineOf(_start);

    /// <summary>Reports why a text cannot be read.</summary>
    /// <param name="exception">What the parser threw.</param>
    /// <param name="state">Where it stood.</param>
    /// <param name="file">The file, and where to report.</param>
    public static void Report(Exception exception, YamlReadState state, FileDiagnostics file)
    {
        YamlSlips slips = new(exception, state, file);
        _ = slips.TabInIndentation() || slips.Backslash() || slips.OpenQuote() || slips.BehindQuote() || slips.InsideFlow() || slips.SpecialCharacter()
            || slips.BehindFlow() || slips.NoBreakSpace() || slips.WithoutSpace() || slips.ColonInText() || slips.Indentation() || slips.Other();
    }

    private bool Says(string part) => _says.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    private bool Report(DiagnosticCode code, int start, int end, string message, string? hint = null)
    {
        _file.Report(code, start, end, message, hint ?? code.Fix);
        return true;
    }

    private bool TabInIndentation()
    {
        if (!Says("tab") && !Says("cannot start any token"))
            return false;
        for (int line = _source.LineOf(_state.LastEnd); line <= _source.LineCount; line++)
        {
            int content = _source.ContentStart(line);
            int tab = _source.Text.IndexOf('\t', _source.LineStart(line), content - _source.LineStart(line));
            if (tab >= 0 && content < _source.LineEnd(line))
                return Report(DiagnosticCodes.Tab, tab, tab + 1, "the line is indented with a tab.");
        }
        return false;
    }

    private bool Backslash()
    {
        if (!Says("escape") && !Says("hexadecimal"))
            return false;
        int last = Math.Min(_end, _source.Text.Length - 1);
        int backslash = last < 0 ? -1 : _source.Text.LastIndexOf('\\', last);
        return backslash >= _start
            && Report(DiagnosticCodes.Backslash, backslash, backslash + 2, "this backslash in double quotes is not an escape that YAML knows.");
    }

    private bool OpenQuote() =>
        Says("scanning a quoted scalar") && Report(DiagnosticCodes.Quote, _start, _source.LineEnd(Line), "the quote that begins here is not closed.");

    // 'isn't' ends behind "isn"; and a quote left open ends at the next quote, lines below, where the parser then stumbles.
    private bool BehindQuote()
    {
        (int open, int close) = QuoteBefore();
        if (open < 0)
            return false;
        if (_source.LineOf(open) < Line)
            return Report(DiagnosticCodes.Quote, open, _source.LineEnd(_source.LineOf(open)), "the quote that begins here is closed only some lines below.");
        // In braces and brackets a comma is missing rather than a quote.
        return _state.OpenFlow < 0 && IsBlank(close + 1, _start)
            && Report(DiagnosticCodes.Quote, _start, _source.LineEnd(Line), "text behind the closing quote.");
    }

    // The quoted text that ends on the line of the failure, before it. The parser reads ahead, so that its last event may lie before the quote.
    private (int Open, int Close) QuoteBefore()
    {
        string text = _source.Text;
        (int, int) last = (-1, -1);
        bool isQuoted = _state.Last is Scalar { Style: YamlDotNet.Core.ScalarStyle.SingleQuoted or YamlDotNet.Core.ScalarStyle.DoubleQuoted };
        for (int i = isQuoted ? _source.Clamp(_state.Last!.Start.Index) : _state.LastEnd; i < _start && i < text.Length; i++)
        {
            if (text[i] is not ('\'' or '"') || (i > 0 && text[i - 1] is not (' ' or '[' or '{' or ',' or '\n')))
                continue;
            int close = ClosingQuote(i);
            if (close < 0 || close >= _start)
                break;
            if (_source.LineOf(close) == Line)
                last = (i, close);
            i = close;
        }
        return last;
    }

    private int ClosingQuote(int open)
    {
        string text = _source.Text;
        for (int i = open + 1; i < text.Length; i++)
        {
            bool isPair = text[open] == '"' ? text[i] == '\\' : text[i] == '\'' && i + 1 < text.Length && text[i + 1] == '\'';
            if (isPair)
                i++;
            else if (text[i] == text[open])
                return i;
        }
        return -1;
    }

    private bool IsBlank(int from, int to) => from <= to && _source.Text.Substring(from, to - from).Trim().Length == 0;

    private bool InsideFlow()
    {
        int open = _state.OpenFlow;
        if (open < 0)
            return false;
        string text = _source.Text;
        if (_start < text.Length && text[_start] == '{' && _start > 0 && text[_start - 1] == '$')
        {
            int close = text.IndexOf('}', _start);
            return Report(DiagnosticCodes.NeedsQuotes, _start - 1, close < 0 ? _start + 1 : close + 1,
                "inside braces or brackets, ${...} needs quotes.", "write '${name}' with the quotes.");
        }
        if (Says("','") && _start < text.Length && text[_start] == ':')
            return Report(DiagnosticCodes.ColonInText, _start, _start + 1, "a colon in text without quotes, or a comma is missing before the key.");
        string bracket = text[open] == '[' ? "']'" : "'}'";
        if (Says("expected ','") && _source.LineOf(open) == Line)
            return Report(DiagnosticCodes.Bracket, _start, Math.Max(_end, _start + 1), $"a comma or {bracket} is missing before this.");
        return Says("expected ','") || Says("current state")
            ? Report(DiagnosticCodes.Bracket, open, open + 1, $"the {(text[open] == '[' ? "bracket" : "brace")} that begins here is not closed with {bracket}, or a comma is missing.")
            : false;
    }

    private bool SpecialCharacter() =>
        (Says("cannot start any token") || Says("anchor or alias") || Says("expected node content") || Says("tag"))
        && Report(DiagnosticCodes.NeedsQuotes, _start, YamlReadState.WordEnd(_source, _start), "text cannot begin with this character unless it is quoted.");

    // "{field} came": the braces were read as a mapping.
    private bool BehindFlow()
    {
        int closed = _state.ClosedFlow;
        if (closed < 0 || _source.LineOf(_state.LastEnd) != Line || _start <= closed)
            return false;
        if (_start < _source.Text.Length && _source.Text[_start] is ']' or '}')
            return Report(DiagnosticCodes.Bracket, _start, _start + 1, $"'{_source.Text[_start]}' closes nothing.", "Remove it, or put the text in single quotes.");
        return Report(DiagnosticCodes.NeedsQuotes, closed, _source.LineEnd(Line), $"text that begins with '{_source.Text[closed]}' needs quotes.");
    }

    private bool NoBreakSpace()
    {
        for (int line = _source.LineOf(_state.LastEnd); line <= Line; line++)
        {
            int first = _source.ContentStart(line);
            if (first < _source.LineEnd(line) && _source.Text[first] == '\u00a0')
                return Report(DiagnosticCodes.Indentation, first, first + 1, "the line is indented with a no-break space.", "Replace it by an ordinary space.");
        }
        return false;
    }

    private bool WithoutSpace()
    {
        // "id:MRS3001" is a text that goes on in the next line; the parser stumbles at the colon there.
        if (Says("multiline plain scalar") && PreviousLine(Line) is var previous and > 0)
            return WithoutSpace(previous) || WithoutColon(previous);
        if (Says("expected ':'") || Says("did not find expected key"))
            return WithoutSpace(Line) || (IsWithoutKey(Line) && WithoutColon(Line));
        return false;
    }

    private bool WithoutSpace(int line)
    {
        Match match = KeyWithoutSpace.Match(_source.LineText(line));
        if (!match.Success)
            return false;
        Group key = match.Groups["key"];
        int start = _source.LineStart(line) + key.Index;
        return Report(DiagnosticCodes.MissingColon, start, start + key.Length + 1, $"a space is missing behind the colon of '{key.Value}'.");
    }

    private bool IsWithoutKey(int line) =>
        _source.ContentStart(line) is var content && content < _source.LineEnd(line) && _source.Text[content] != '-' && !KeyOfLine.IsMatch(_source.LineText(line));

    private bool WithoutColon(int line) =>
        Report(DiagnosticCodes.MissingColon, _source.ContentStart(line), _source.LineEnd(line), "this line has no key with a colon.",
            "Write 'key: value'; a line that belongs to the text above is indented as that text.");

    private bool ColonInText()
    {
        if (!Says("found invalid mapping"))
            return false;
        Match key = KeyOfLine.Match(_source.LineText(Line));
        bool isOwnKey = key.Success && _source.LineStart(Line) + key.Groups["key"].Index + key.Groups["key"].Length == _start;
        // A line that is a key itself was swallowed by the text above it: it is indented too far.
        if (isOwnKey && key.Groups["key"].Value.IndexOf(' ') < 0)
            return false;
        return Report(DiagnosticCodes.ColonInText, _start, _start + 1, "a colon in text without quotes.");
    }

    private bool Indentation()
    {
        if (Says("block scalar") || (!Says("found invalid mapping") && !Says("did not find expected") && !Says("not allowed in this context")))
            return false;
        if (Says("block sequence entries"))
            return Report(DiagnosticCodes.Indentation, _start, _start + 1, "a list cannot begin behind a key.", "Begin the list on the next line, or write it as [a, b].");
        return Report(DiagnosticCodes.Indentation, _source.ContentStart(Line), _source.LineEnd(Line), "the line is not indented as its neighbours, or the text above it needs quotes.");
    }

    private bool Other()
    {
        string hint = Says("block scalar") ? "Behind | or > nothing but '-' may follow; the text begins on the next line." : DiagnosticCodes.Syntax.Fix;
        return Report(DiagnosticCodes.Syntax, _start, Math.Max(_end, _start + 1), "this is not valid YAML: " + Lower(_says), hint);
    }

    private static string Lower(string sentence) => sentence.Length == 0 ? sentence : char.ToLowerInvariant(sentence[0]) + sentence.Substring(1);

    private int PreviousLine(int line)
    {
        for (int before = line - 1; before > 0; before--)
        {
            int content = _source.ContentStart(before);
            if (content < _source.LineEnd(before) && _source.Text[content] != '#')
                return before;
        }
        return 0;
    }
}
