using System.Collections.Generic;
using System.Text;

namespace MrsDiag.MoveReports;

/// <summary>Reads the printed lines of one report.</summary>
internal static class ReportLines
{
    private static readonly char[] Marks = [' ', '\t', '>', '_', '*'];

    /// <summary>Reads a text that holds nothing but report lines.</summary>
    public static void Read(string text, ReportDraft draft, ReadContext context)
    {
        foreach (TextBlock block in TextBlockParser.Parse(TextInput.Split(TextInput.Clean(text))))
            Add(block, draft, context);
    }

    /// <summary>Adds the lines of a block.</summary>
    public static void Add(TextBlock block, ReportDraft draft, ReadContext context) => Add(block.Lines, draft, context);

    private static void Add(List<StringBuilder> lines, ReportDraft draft, ReadContext context)
    {
        foreach (StringBuilder line in lines)
            EntryReader.FromText(line.ToString().TrimStart(Marks), draft, context);
    }
}
