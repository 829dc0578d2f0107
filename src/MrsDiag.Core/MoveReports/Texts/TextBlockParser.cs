using System;
using System.Collections.Generic;
using System.Text;

namespace MrsDiag.MoveReports;

/// <summary>Parts a text into blocks, one for each mailbox, failure or test result in it, and rejoins wrapped lines.</summary>
internal sealed class TextBlockParser
{
    private const string FirstLineEnd = "created move request.";

    private readonly List<string> _lines;
    private readonly LineWrap _wrap;
    private readonly List<TextBlock> _blocks = [];
    private TextBlock _block = new();
    private StringBuilder? _target;
    private bool _afterBlank;

    private TextBlockParser(List<string> lines)
    {
        _lines = lines;
        _blocks.Add(_block);
        _wrap = new LineWrap(lines, i => !string.IsNullOrWhiteSpace(lines[i]) && !IsReportLine(lines[i]) && !PropertyLine.TryParse(lines[i], false, out _, out _, out _));
    }

    /// <summary>Parts a text.</summary>
    /// <param name="lines">Its lines, see <see cref="TextInput"/>.</param>
    public static List<TextBlock> Parse(List<string> lines)
    {
        TextBlockParser parser = new(lines);
        for (int i = 0; i < lines.Count; i++)
            parser.Take(i);
        return parser._blocks;
    }

    /// <summary>Rejoins the wrapped lines of a text that is one error; paragraphs stay apart.</summary>
    public static string Rejoin(List<string> lines)
    {
        LineWrap wrap = new(lines, i => !string.IsNullOrWhiteSpace(lines[i]));
        StringBuilder result = new();
        for (int i = 0; i < lines.Count; i++)
        {
            bool follows = i > 0 && !string.IsNullOrWhiteSpace(lines[i - 1]) && !string.IsNullOrWhiteSpace(lines[i]);
            if (follows)
                result.Append(wrap.Joint(lines[i - 1], lines[i]));
            else if (result.Length > 0)
                result.Append(' ');
            result.Append(lines[i].Trim());
        }
        return result.ToString().Trim();
    }

    private void Take(int index)
    {
        string line = _lines[index];
        if (string.IsNullOrWhiteSpace(line))
        {
            _afterBlank = true;
            _block.Loose.Append('\n');
            return;
        }
        if (IsReportLine(line))
            StartLine(line.Trim());
        else if (PropertyLine.TryParse(line, _block.IsSpaced && !_afterBlank, out string name, out string value, out bool spaced))
            StartProperty(name, value, spaced);
        else
            Continue(index, line);
        _afterBlank = false;
    }

    private void StartLine(string line)
    {
        if (_block.Lines.Count > 0 && line.EndsWith(FirstLineEnd, StringComparison.OrdinalIgnoreCase))
            NewBlock(); // another mailbox's report begins
        _target = new StringBuilder(line);
        _block.Lines.Add(_target);
    }

    private void StartProperty(string name, string value, bool spaced)
    {
        if (_block.TryGet(name, out _))
            NewBlock();
        _block.IsSpaced |= spaced;
        if (string.Equals(name, "Report", StringComparison.OrdinalIgnoreCase) && IsReportLine(value))
        {
            _block.Start(name, "");
            StartLine(value);
            return;
        }
        _target = _block.Start(name, value);
    }

    private void Continue(int index, string line)
    {
        bool indented = line[0] is ' ' or '\t';
        if (_target is null || (_afterBlank && !indented))
        {
            _target = null;
            _block.Loose.Append(line).Append('\n');
            return;
        }
        if (_target.Length > 0)
            _target.Append(_afterBlank ? " " : _wrap.Joint(_lines[index - 1], line));
        _target.Append(line.Trim());
    }

    private void NewBlock()
    {
        _block = new TextBlock();
        _blocks.Add(_block);
        _target = null;
    }

    private static bool IsReportLine(string line)
    {
        int start = 0;
        while (start < line.Length && line[start] is ' ' or '\t' or '>' or '_' or '*')
            start++;
        return ReportLine.TryParse(line, start, out _, out _, out _);
    }
}
