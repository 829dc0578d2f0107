using System.Collections.Generic;
using MrsDiag.Diagnostics;

namespace MrsDiag.RulePacks.Yaml;

/// <summary>The text of one file with its lines, so that an index becomes line and column as an editor counts them.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    /// <summary>Takes a text apart.</summary>
    /// <param name="name">File name as diagnostics show it.</param>
    /// <param name="text">The text; a byte order mark in front is left out, as editors do.</param>
    public SourceText(string name, string text)
    {
        Name = name;
        Text = text.Length > 0 && text[0] == '\ufeff' ? text.Substring(1) : text;
        for (int i = 0; i < Text.Length; i++)
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n')))
                _lineStarts.Add(i + 1);
    }

    /// <summary>File name.</summary>
    public string Name { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Number of lines; a text that ends in a line break has an empty last one.</summary>
    public int LineCount => _lineStarts.Count;

    /// <summary>Brings an index of the parser into the text: it counts a line break behind the last character.</summary>
    /// <param name="index">Any index.</param>
    /// <returns>An index from 0 to the length.</returns>
    public int Clamp(long index) => index < 0 ? 0 : index > Text.Length ? Text.Length : (int)index;

    /// <summary>The line of an index, from one.</summary>
    /// <param name="index">Index in the text.</param>
    /// <returns>The line.</returns>
    public int LineOf(int index)
    {
        int found = _lineStarts.BinarySearch(index);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>Where a line begins.</summary>
    /// <param name="line">Line, from one.</param>
    /// <returns>Index of its first character.</returns>
    public int LineStart(int line) => _lineStarts[line - 1];

    /// <summary>Where a line ends.</summary>
    /// <param name="line">Line, from one.</param>
    /// <returns>Index behind its last character, before the line break.</returns>
    public int LineEnd(int line)
    {
        int end = line < _lineStarts.Count ? _lineStarts[line] : Text.Length;
        while (end > _lineStarts[line - 1] && (Text[end - 1] == '\n' || Text[end - 1] == '\r'))
            end--;
        return end;
    }

    /// <summary>The text of a line.</summary>
    /// <param name="line">Line, from one.</param>
    /// <returns>The text without its line break.</returns>
    public string LineText(int line) => Text.Substring(LineStart(line), LineEnd(line) - LineStart(line));

    /// <summary>How far a line is indented.</summary>
    /// <param name="line">Line, from one.</param>
    /// <returns>Index of the first character that is neither space nor tab.</returns>
    public int ContentStart(int line)
    {
        int i = LineStart(line);
        int end = LineEnd(line);
        while (i < end && Text[i] is ' ' or '\t')
            i++;
        return i;
    }

    /// <summary>A place to report. It stays on the line where it starts, so that it can be underlined.</summary>
    /// <param name="start">Index of the first character.</param>
    /// <param name="end">Index behind the last one.</param>
    /// <returns>The place.</returns>
    public SourceLocation Span(int start, int end)
    {
        int line = LineOf(start);
        int lineStart = LineStart(line);
        int lineEnd = LineEnd(line);
        // An index inside "\r\n" stands behind the last column; it belongs to the end of the line.
        if (start > lineEnd)
            start = lineEnd;
        if (end > lineEnd)
            end = lineEnd;
        if (end < start)
            end = start;
        return new SourceLocation(Name, new TextPosition(line, start - lineStart + 1), end - lineStart + 1);
    }
}
