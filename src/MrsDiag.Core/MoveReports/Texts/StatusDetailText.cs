using System;

namespace MrsDiag.MoveReports;

/// <summary>Recognises a StatusDetail that was pasted alone, as an administrator reads it off the screen: <c>StalledDueToMailboxLock</c>.</summary>
internal static class StatusDetailText
{
    private const int LongestWord = 80;

    // What a request waits for. Other values, Failed for example, are everyday words.
    private static readonly string[] Starts = ["StalledDueTo", "Relinquished", "WaitingForJobPickup", "AutoSuspended", "ProxyBackoff", "ServerBusyBackoff"];

    /// <summary>Puts the property's name in front of a value that stands alone; any other text stays as it is.</summary>
    /// <param name="text">Cleaned text.</param>
    public static string WithLabel(string text)
    {
        string word = text.Length > LongestWord ? "" : text.Trim().Trim('\'', '"', '.');
        bool isValue = word.Length > 0 && Array.TrueForAll(word.ToCharArray(), c => char.IsLetter(c) || c == '_')
            && Array.Exists(Starts, start => TextSearch.Starts(word, start));
        return isValue ? "StatusDetail : " + word : text;
    }
}
