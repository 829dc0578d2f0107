using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Package.Tests.Help;

/// <summary>A heading with what stands under it. Headings of the third level are parts of the one of the second.</summary>
internal sealed class HelpSection(int level, string title, int line)
{
    public int Level => level;

    public string Title => title;

    public int Line => line;

    public List<HelpBlock> Blocks { get; } = [];

    public List<HelpSection> Parts { get; } = [];

    /// <summary>Splits a text into its sections.</summary>
    public static IReadOnlyList<HelpSection> Split(string text, string file)
    {
        List<HelpSection> sections = [];
        HelpSection? current = null;
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        int i = 0;
        while (i < lines.Length)
        {
            int marks = lines[i].TakeWhile(c => c == '#').Count();
            if (marks is 1 or 2 or 3 && lines[i].Length > marks && lines[i][marks] == ' ')
            {
                current = new HelpSection(marks, lines[i][(marks + 1)..].Trim(), i + 1);
                (marks == 3 && sections.Count > 0 ? sections[^1].Parts : sections).Add(current);
                i++;
            }
            else if (lines[i].Trim().Length == 0)
            {
                i++;
            }
            else
            {
                List<HelpBlock> blocks = current?.Blocks ?? throw new FormatException($"{file}:{i + 1}: text before the first heading.");
                blocks.Add(ReadBlock(lines, ref i, file));
            }
        }
        return sections;
    }

    private static HelpBlock ReadBlock(string[] lines, ref int i, string file)
    {
        int first = i;
        if (lines[i].StartsWith("```", StringComparison.Ordinal))
            return ReadLines(lines, ref i, file);
        while (i < lines.Length && lines[i].Trim().Length > 0 && lines[i][0] != '#' && !lines[i].StartsWith("```", StringComparison.Ordinal))
            i++;
        string[] block = lines[first..i];
        if (block.Any(l => l.Contains('`', StringComparison.Ordinal)))
            throw new FormatException($"{file}:{first + 1}: help shows backticks as they are; write the word without them.");
        if (!IsItem(block[0]))
            return new HelpParagraph(Join(block));
        List<string> items = [];
        for (int start = 0; start < block.Length;)
        {
            int end = start + 1;
            while (end < block.Length && !IsItem(block[end]))
                end++;
            items.Add(Join(block[start..end])[2..]);
            start = end;
        }
        return new HelpBullets(items);
    }

    private static HelpLines ReadLines(string[] lines, ref int i, string file)
    {
        string language = lines[i][3..].Trim();
        int first = ++i;
        while (i < lines.Length && lines[i] != "```")
            i++;
        if (i == lines.Length)
            throw new FormatException($"{file}:{first}: the fenced lines do not end.");
        return new HelpLines(language, string.Join("\n", lines[first..i++]));
    }

    private static bool IsItem(string line) => line.StartsWith("- ", StringComparison.Ordinal);

    private static string Join(IEnumerable<string> lines) => string.Join(" ", lines.Select(l => l.Trim()));
}
