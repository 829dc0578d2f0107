using System;
using System.Text;

namespace MrsDiag.MoveReports;

/// <summary>Takes away what PowerShell prints around an error message, and keeps the one part of it that helps: the exception's class.</summary>
internal static class ErrorNoise
{
    private const string ErrorLabel = "Error:";
    private static readonly string[] NoiseStarts = ["At line:", "At char:", "+ ", "~", "Line |", "FullyQualifiedErrorId", "PSComputerName"];

    /// <summary>Strips the noise.</summary>
    /// <param name="text">Cleaned text, one line or many.</param>
    /// <param name="type">The exception's class that the noise named; empty where it named none.</param>
    /// <returns>The message.</returns>
    public static string Strip(string text, out string type)
    {
        type = "";
        int category = text.IndexOf("+ CategoryInfo", StringComparison.Ordinal);
        if (category >= 0)
        {
            type = TypeFromCategory(text, category);
            if (category > 0 && text[category - 1] == '\\') // documents escape the plus sign
                category--;
            text = text.Substring(0, category);
        }
        if (text.IndexOf('\n') >= 0)
            text = StripLines(text);
        return StripLabels(text);
    }

    // "+ CategoryInfo : NotSpecified: (:) [New-MoveRequest], RemoteTransientException"
    private static string TypeFromCategory(string text, int start)
    {
        int length = Math.Min(2000, text.Length - start);
        int bracket = text.IndexOf("], ", start, length, StringComparison.Ordinal);
        if (bracket >= 0)
        {
            int end = bracket + 3;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '_'))
                end++;
            string candidate = text.Substring(bracket + 3, end - bracket - 3);
            if (candidate.IndexOf("Exception", StringComparison.Ordinal) >= 0 && candidate != "RemoteException")
                return TypePrefix.WithoutNamespace(candidate);
        }
        return TypeFromErrorId(text, start);
    }

    /// <summary>The class in <c>[FailureCategory=Cmdlet-RemoteTransientException]</c>; empty without one.</summary>
    internal static string TypeFromErrorId(string text, int start = 0)
    {
        const string Mark = "FailureCategory=Cmdlet-";
        int at = text.IndexOf(Mark, start, StringComparison.Ordinal);
        int close = at < 0 ? -1 : text.IndexOf(']', at);
        if (close < 0 || close - at > 400)
            return "";
        StringBuilder name = new();
        for (int i = at + Mark.Length; i < close; i++)
        {
            if (!char.IsWhiteSpace(text[i])) // the console wraps in the middle of the name
                name.Append(text[i]);
        }
        return name.ToString().IndexOf("Exception", StringComparison.Ordinal) >= 0 ? TypePrefix.WithoutNamespace(name.ToString()) : "";
    }

    private static string StripLines(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (string line in text.Split('\n'))
        {
            string kept = WithoutBar(line, out bool isCommand);
            string trimmed = kept.TrimStart();
            if (isCommand || Array.Exists(NoiseStarts, start => trimmed.StartsWith(start, StringComparison.Ordinal)))
                continue;
            result.Append(kept).Append('\n');
        }
        return result.ToString();
    }

    // PowerShell 7 draws "   1 |  command", "     |  ~~~~" and "     | message".
    private static string WithoutBar(string line, out bool isCommand)
    {
        isCommand = false;
        int i = 0;
        while (i < line.Length && line[i] == ' ')
            i++;
        int digits = i;
        while (i < line.Length && TextSearch.IsDigit(line[i]))
            i++;
        bool numbered = i > digits;
        while (i < line.Length && line[i] == ' ')
            i++;
        if (i < 3 || i >= line.Length || line[i] != '|')
            return line;
        isCommand = numbered;
        return line.Substring(i + 1);
    }

    // "Error: " of the admin center, "Test-MigrationServerAvailability : " of the console, "{ErrorDetail=" of the wizard's log.
    private static string StripLabels(string text)
    {
        text = text.Trim();
        for (int round = 0; round < 3; round++)
        {
            int after = AfterLabel(text);
            if (after <= 0)
                return text;
            if (TextSearch.Starts(text, ErrorLabel))
                text = WithoutReportLabel(text);
            text = text.Substring(after).TrimStart();
        }
        return text;
    }

    /// <summary>Cuts the label that follows the error in the admin center's pane, where a paste ran the two together.</summary>
    internal static string WithoutReportLabel(string text)
    {
        const string Label = " Report:";
        int at = text.LastIndexOf(Label, StringComparison.Ordinal);
        return at > 0 && text.Length - at < 400 ? text.Substring(0, at) : text;
    }

    private static int AfterLabel(string text)
    {
        if (TextSearch.Starts(text, "{ErrorDetail="))
            return 13;
        if (TextSearch.Starts(text, ErrorLabel))
            return ErrorLabel.Length;
        int i = 0;
        while (i < text.Length && i < 80 && char.IsLetter(text[i]))
            i++;
        if (i is 0 or 80 || i >= text.Length || text[i] != '-' || !char.IsUpper(text[0]))
            return 0;
        int noun = ++i;
        while (i < text.Length && i - noun < 80 && char.IsLetterOrDigit(text[i]))
            i++;
        if (i == noun || !char.IsUpper(text[noun]))
            return 0;
        if (i < text.Length && text[i] == ' ')
            i++;
        return i + 1 < text.Length && text[i] == ':' && text[i + 1] is ' ' or '\n' ? i + 1 : 0;
    }
}
