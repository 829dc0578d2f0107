using System;
using System.Collections.Generic;
using MrsDiag.Text;

namespace MrsDiag.MoveReports;

/// <summary>Reads the links in one piece of an error text: class names in front, the tail of a remote exception, the details of a failed call.</summary>
internal static class LinkReader
{
    private const string OriginalType = "OriginalFailureType:";

    private static readonly string[] StackMarks =
    [
        "Remote stack trace:", "Remote trace:", "--- End of inner", "--- End of stack",
        "\n   at ", "   at System.", "   at Microsoft.", "   bei System.", "   bei Microsoft.",
    ];

    /// <summary>Reads one piece.</summary>
    /// <param name="segment">The piece.</param>
    /// <param name="outerType">The class of its first link where the piece does not name it; empty where not known.</param>
    /// <param name="links">Receives its links, outermost first.</param>
    public static void Read(ChainSegment segment, string outerType, List<ExceptionLink> links)
    {
        string text = CutStack(segment.Text);
        int position = SkipSpace(text, 0);
        string type = "";
        while (TypePrefix.TryRead(text, position, out string inner, out int next))
        {
            if (type.Length > 0)
                links.Add(new ExceptionLink(type, "", IsWrapper: true)); // "A: B: message": A was thrown because of B
            type = inner;
            position = SkipSpace(text, next);
        }
        if (type.Length == 0)
            type = outerType;
        string message = TextCleaner.OneLine(text.Substring(position));
        string original = TakeOriginalType(ref message);
        if (original.Length > 0 && !string.Equals(original, type, StringComparison.OrdinalIgnoreCase))
        {
            if (type.Length > 0)
                links.Add(new ExceptionLink(type, "", IsWrapper: true));
            type = original;
        }
        if (message.Length > 0 || type.Length > 0)
            links.Add(Make(type, message, mustBeTyped: segment.AfterLongArrow));
    }

    private static ExceptionLink Make(string type, string message, bool mustBeTyped)
    {
        string details = Details(message);
        bool hasDetails = details.Length != message.Length;
        if (details.EndsWith("..", StringComparison.Ordinal))
            details = details.TrimEnd('.') + "."; // each layer adds its own full stop
        bool wrapper = WrapperTable.IsWrapperText(details) || (!hasDetails && WrapperTable.IsWrapperType(type));
        // Exception.ToString always names a class after "--->"; words without one are somebody's remark behind a cut-off error.
        wrapper |= mustBeTyped && type.Length == 0;
        return new ExceptionLink(type, details, wrapper);
    }

    // "The call to 'https://…' failed. Error details: X" says X. A call that failed inside another call says it twice.
    private static string Details(string message)
    {
        const string Mark = "Error details:";
        int at = message.LastIndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        if (at > 0 && at + Mark.Length < message.Length && IsCallPrefix(message.Substring(0, at)))
            return message.Substring(at + Mark.Length).TrimStart();
        const string Dump = "Watson dump is being generated:";
        at = TextSearch.After(message, Dump);
        return at > 0 && at < message.Length ? message.Substring(at).TrimStart() : message;
    }

    private static bool IsCallPrefix(string text) =>
        TextSearch.Has(text, "The call to") || TextSearch.Has(text, "' failed") || TextSearch.Has(text, "' timed out")
        || TextSearch.Has(text, "remote service");

    // "… OriginalFailureType: X, WellKnownException: MRSRemote None MRSRemote"
    private static string TakeOriginalType(ref string message)
    {
        int at = message.IndexOf(OriginalType, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return "";
        int start = SkipSpace(message, at + OriginalType.Length);
        int end = start;
        while (end < message.Length && (char.IsLetterOrDigit(message[end]) || message[end] is '.' or '_'))
            end++;
        string type = message.Substring(start, end - start);
        message = message.Substring(0, at).TrimEnd();
        return type.Length == 0 || type == "None" ? "" : TypePrefix.WithoutNamespace(type);
    }

    private static string CutStack(string text)
    {
        int cut = text.Length;
        foreach (string mark in StackMarks)
        {
            int at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0 && at < cut)
                cut = at;
        }
        return cut == text.Length ? text : KeepOriginalType(text, cut);
    }

    // The tail that names the original class may stand behind the stack.
    private static string KeepOriginalType(string text, int cut)
    {
        string head = text.Substring(0, cut);
        int at = text.IndexOf(OriginalType, cut, StringComparison.OrdinalIgnoreCase);
        return at < 0 || TextSearch.Has(head, OriginalType) ? head : head + " " + text.Substring(at, Math.Min(300, text.Length - at));
    }

    private static int SkipSpace(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
            i++;
        return i;
    }
}
