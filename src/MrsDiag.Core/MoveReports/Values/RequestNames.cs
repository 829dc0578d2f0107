using System;
using System.Globalization;

namespace MrsDiag.MoveReports;

/// <summary>Names of enum values that arrive as bare numbers (research move-report.md 1.1).</summary>
internal static class RequestNames
{
    /// <summary>RequestStatus by number; empty for a number that no document names.</summary>
    public static string Status(string text)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            return text;
        return number switch
        {
            0 => "None",
            1 => "Queued",
            2 => "InProgress",
            3 => "AutoSuspended",
            4 => "CompletionInProgress",
            10 => "Completed",
            11 => "CompletedWithWarning",
            98 => "Suspended",
            99 => "Failed",
            _ => "",
        };
    }

    /// <summary>Side of a failure by number.</summary>
    public static string Side(string text) => text switch
    {
        "1" => "Source",
        "2" => "Target",
        "0" or "None" => "",
        _ => text,
    };

    /// <summary>Type of a report line by number; only two are documented.</summary>
    public static string EntryType(string text) => text switch
    {
        "0" => "Informational",
        "4" => "Error",
        _ => IsNumber(text) ? "" : text,
    };

    /// <summary>A name stays, a bare number says nothing.</summary>
    public static string NameOnly(string text) => IsNumber(text) ? "" : text;

    private static bool IsNumber(string text) =>
        text.Length > 0 && Array.TrueForAll(text.ToCharArray(), c => c is >= '0' and <= '9' or '-');
}
