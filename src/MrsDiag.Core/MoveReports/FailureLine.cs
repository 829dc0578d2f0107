using System;
using System.Globalization;

namespace MrsDiag.MoveReports;

/// <summary>
/// The line that a report writes for each failure: <c>Transient error X has occurred. The system will retry (2/720).</c> or
/// <c>Fatal error X has occurred.</c> The class and the counter are the same in every language. A line that is itself an error,
/// <c>X: message</c>, and the roll-up of transient failures count as such lines too.
/// </summary>
/// <param name="Type">The class.</param>
/// <param name="Retry">Retry number, where the line has one.</param>
/// <param name="RetryMax">Retry limit, likewise.</param>
/// <param name="IsFatal">Whether the move ends with it.</param>
/// <param name="Details">What the line says about the failure itself, behind its first sentence; empty on most builds.</param>
internal readonly record struct FailureLine(string Type, int? Retry, int? RetryMax, bool IsFatal, string Details)
{
    private const int LongestSentence = 400;
    private const string RollUpType = "TooManyTransientFailureRetriesPermanentException";
    private static readonly string[] WordStarts = ["The call to '", "Communication with remote service", "Error details:"];

    /// <summary>Reads a line.</summary>
    /// <param name="message">Its message.</param>
    /// <param name="isError">Whether the report marks the line as a failure; then the words around the class do not matter.</param>
    /// <param name="line">What it says.</param>
    /// <returns>Whether it is such a line.</returns>
    public static bool TryParse(string message, bool isError, out FailureLine line)
    {
        line = default;
        if (TypePrefix.TryRead(message, 0, out string own, out _))
        {
            line = new FailureLine(own, null, null, IsFatal: false, message); // the error itself, as pasted and flattened reports have it
            return true;
        }
        if (RollUpText.TryRead(message, out _, out _))
        {
            line = new FailureLine(RollUpType, null, null, IsFatal: true, message);
            return true;
        }
        int at = message.IndexOf("Exception", StringComparison.Ordinal);
        if (at < 0 || at > LongestSentence)
            return false;
        int start = at;
        while (start > 0 && (char.IsLetterOrDigit(message[start - 1]) || message[start - 1] is '_' or '.'))
            start--;
        int end = at;
        while (end < message.Length && (char.IsLetterOrDigit(message[end]) || message[end] == '_'))
            end++;
        if (end < message.Length && message[end] == ':')
            return false;
        int details = TextSearch.After(message, "Error details:", end);
        int sentenceEnd = details < 0 ? Math.Min(message.Length, end + 200) : details;
        bool english = message.IndexOf("has occurred", end, sentenceEnd - end, StringComparison.OrdinalIgnoreCase) >= 0
            && (TextSearch.Starts(message, "Transient error ") || TextSearch.Starts(message, "Fatal error "));
        bool counted = Counter(message, end, sentenceEnd, out int? retry, out int? max);
        if (!english && !counted && !isError)
            return false;
        string type = TypePrefix.WithoutNamespace(message.Substring(start, end - start));
        string words = Words(message, english, counted, end, details);
        bool fatal = english ? TextSearch.Starts(message, "Fatal") : !counted && type.EndsWith("PermanentException", StringComparison.Ordinal);
        line = new FailureLine(type, retry, max, fatal, words);
        return true;
    }

    /// <summary>
    /// Reads a line that is nothing but the words of an error of a call. Some builds write them on a line of their own behind the one that
    /// announces the failure, so its class is left empty.
    /// </summary>
    public static bool TryParseWords(string message, out FailureLine line)
    {
        bool isError = Array.Exists(WordStarts, start => message.StartsWith(start, StringComparison.Ordinal));
        line = isError ? new FailureLine("", null, null, IsFatal: false, WithoutLabel(message)) : default;
        return isError;
    }

    // Behind the announcing sentence the host and server of the call stand before "Error details:", so all of it is kept.
    private static string Words(string message, bool english, bool counted, int end, int details)
    {
        string mark = counted ? ")" : "has occurred";
        int sentence = counted || english ? TextSearch.After(message, mark, end) : -1;
        if (sentence < 0)
            return details < 0 ? "" : message.Substring(details).Trim();
        return WithoutLabel(message.Substring(sentence).TrimStart('.', ' ', '\n'));
    }

    private static string WithoutLabel(string words) =>
        TextSearch.Starts(words, "Error details:") ? words.Substring("Error details:".Length).Trim() : words.Trim();

    // "(2/720)"
    private static bool Counter(string message, int start, int end, out int? retry, out int? max)
    {
        retry = max = null;
        int open = start >= end ? -1 : message.IndexOf('(', start, end - start);
        int slash = open < 0 ? -1 : message.IndexOf('/', open, Math.Min(12, message.Length - open));
        int close = slash < 0 ? -1 : message.IndexOf(')', slash, Math.Min(12, message.Length - slash));
        if (close < 0
            || !int.TryParse(message.Substring(open + 1, slash - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            || !int.TryParse(message.Substring(slash + 1, close - slash - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int second))
            return false;
        (retry, max) = (first, second);
        return true;
    }
}
