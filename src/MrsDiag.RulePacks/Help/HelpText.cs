using System;
using System.Text;

namespace MrsDiag.RulePacks.Help;

/// <summary>Plain text in the form of about topics: headings at the margin, everything else indented, no line above 80 columns.</summary>
internal sealed class HelpText
{
    /// <summary>Longest line.</summary>
    public const int Width = 80;

    private static readonly char[] Blanks = [' ', '\n'];
    private readonly StringBuilder _text = new();

    /// <summary>Begins a chapter.</summary>
    /// <param name="title">Its title.</param>
    /// <returns>This text.</returns>
    public HelpText Chapter(string title)
    {
        BlankLine();
        _text.Append(title).Append('\n');
        return this;
    }

    /// <summary>Adds a paragraph, wrapped.</summary>
    /// <param name="level">Indentation in steps of four.</param>
    /// <param name="paragraph">The text.</param>
    /// <returns>This text.</returns>
    public HelpText Paragraph(int level, string paragraph)
    {
        Wrap(level, paragraph);
        BlankLine();
        return this;
    }

    /// <summary>Adds a term with its explanation below it.</summary>
    /// <param name="level">Indentation of the term in steps of four.</param>
    /// <param name="term">The term.</param>
    /// <param name="explanation">The explanation, indented one step more.</param>
    /// <returns>This text.</returns>
    public HelpText Term(int level, string term, string explanation)
    {
        Wrap(level, term);
        if (explanation.Length > 0)
            Wrap(level + 1, explanation);
        return this;
    }

    /// <summary>Adds an item of a list; its further lines stand under its first word, not under its mark.</summary>
    /// <param name="level">Indentation in steps of four.</param>
    /// <param name="mark">What stands before it, for example <c>- </c> or <c>1. </c>.</param>
    /// <param name="text">The text.</param>
    /// <returns>This text.</returns>
    public HelpText Item(int level, string mark, string text)
    {
        string indent = new(' ', level * 4);
        Wrap(indent + mark, indent + new string(' ', mark.Length), text);
        return this;
    }

    /// <summary>Adds lines as they are.</summary>
    /// <param name="level">Indentation in steps of four.</param>
    /// <param name="lines">The lines.</param>
    /// <returns>This text.</returns>
    public HelpText Verbatim(int level, string lines)
    {
        foreach (string line in lines.TrimEnd('\n').Split('\n'))
            _text.Append(line.Length > 0 ? new string(' ', level * 4) + line : "").Append('\n');
        BlankLine();
        return this;
    }

    /// <summary>Ends a block with an empty line, once.</summary>
    /// <returns>This text.</returns>
    public HelpText BlankLine()
    {
        if (_text.Length > 1 && !(_text[_text.Length - 1] == '\n' && _text[_text.Length - 2] == '\n'))
            _text.Append('\n');
        return this;
    }

    /// <summary>The text with one line break at its end.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    private void Wrap(int level, string paragraph)
    {
        string indent = new(' ', level * 4);
        Wrap(indent, indent, paragraph);
    }

    private void Wrap(string first, string indent, string paragraph)
    {
        string lead = first;
        int column = 0;
        foreach (string word in paragraph.Split(Blanks, StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                _text.Append('\n');
                column = 0;
                lead = indent;
            }
            _text.Append(column == 0 ? lead : " ").Append(word);
            column += word.Length + (column == 0 ? lead.Length : 1);
        }
        _text.Append('\n');
    }
}
