using System;
using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>The grammar of a printed property: <c>Name    : value</c> of Format-List, <c>Name: value</c> of documents and of the admin center.</summary>
internal static class PropertyLine
{
    private const int LongestName = 60;

    // Labels that may stand tight before their colon, with the property that they mean.
    private static readonly Dictionary<string, string> Tight = MakeTight();

    /// <summary>Reads a property.</summary>
    /// <param name="line">One line.</param>
    /// <param name="spacedOnly">Whether only Format-List's form counts, since the text uses that form.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="value">What stands behind the colon.</param>
    /// <param name="isSpaced">Whether it is Format-List's form.</param>
    /// <returns>Whether the line starts a property.</returns>
    public static bool TryParse(string line, bool spacedOnly, out string name, out string value, out bool isSpaced)
    {
        name = value = "";
        isSpaced = false;
        int colon = line.IndexOf(':');
        if (colon <= 0 || colon > LongestName || !char.IsLetter(line[0]) || (colon + 1 < line.Length && !char.IsWhiteSpace(line[colon + 1])))
            return false;
        string left = line.Substring(0, colon);
        string label = left.TrimEnd();
        value = line.Substring(colon + 1).Trim();
        isSpaced = label.Length < left.Length && Array.TrueForAll(label.ToCharArray(), c => char.IsLetterOrDigit(c) || c == '_');
        if (isSpaced)
        {
            name = label;
            return true;
        }
        if (spacedOnly || !Tight.TryGetValue(label, out string? meaning))
            return false;
        name = meaning;
        return true;
    }

    private static Dictionary<string, string> MakeTight()
    {
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Data migrated"] = "BytesTransferred",
            ["Migration rate"] = "MigrationRate",
            ["Last successful sync date"] = "LastSuccessfulSyncTimestamp",
            ["Queued duration"] = "TotalQueuedDuration",
            ["In-progress duration"] = "TotalInProgressDuration",
            ["Synced duration"] = "SyncedDuration",
            ["Stalled duration"] = "StalledDuration",
        };
        string[] same =
        [
            "Timestamp", "FailureType", "FailureHash", "FailureCode", "MapiLowLevelError", "FailureSide", "FailureSideInt", "ExceptionTypes",
            "ExceptionTypesInt", "Message", "DataContext", "StackTrace", "InnerException", "CreationTime", "ServerName", "Type", "Flags",
            "Result", "ErrorDetail", "ConnectionSettings", "SupportsCutover", "TestedEndpoint", "RunspaceId", "Error", "ErrorSummary", "Report", "Status",
            "StatusDetail", "SyncStage", "DisplayName", "MailboxIdentity", "Identity", "Alias", "Direction", "RequestStyle", "WorkloadType",
            "RemoteHostName", "BatchName", "SourceVersion", "TargetVersion", "PercentComplete", "OverallDuration", "LastFailure",
        ];
        foreach (string name in same)
            names.Add(name, name);
        return names;
    }
}
