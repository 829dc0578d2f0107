using System;
using System.Collections.Generic;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>What the lines of one report say about pickups, progress and connections. One cheap pass: most lines are told by their start.</summary>
internal sealed class ReportTimeline
{
    private static readonly string[] ProgressStarts =
    [
        "Stage: ", "Copy progress: ", "Folder creation progress: ", "Folder hierarchy initialized", "Initial sync checkpoint ",
        "Initializing folder hierarchy", "Copying messages is complete", "Final sync has started", "Incremental Sync ", "Changes reported",
        "Move has completed", "Request is complete", "Initial seeding completed",
    ];

    // CreatingFolderHierarchy, CreatingInitialSyncCheckpoint, LoadingMessages, CopyingMessages, IncrementalSync.
    private static readonly string[] StageEnds = ["Messages. ", "Hierarchy. ", "Checkpoint. ", "Sync. "];
    private static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    private readonly HashSet<string> _seenProgress = new(StringComparer.Ordinal);
    private readonly List<string> _connectionTexts = [];
    private readonly int _entries;

    private ReportTimeline(int entries) => _entries = entries;

    /// <summary>Lines that name servers a side is connected through, with their indices.</summary>
    public List<(int Index, ConnectedLine Line)> Connections { get; } = [];

    /// <summary>Indices of lines that tell of a pickup.</summary>
    public List<int> Pickups { get; } = [];

    /// <summary>Indices of lines that tell of progress not told before.</summary>
    public List<int> Progress { get; } = [];

    /// <summary>Lines that announce a failure, with their indices.</summary>
    public List<(int Index, FailureLine Line)> FailureLines { get; } = [];

    /// <summary>Whether a pickup was made by a service of Exchange Online: its builds start with 15.20, on-premises ones end at 15.2.</summary>
    public bool IsOnlineService { get; private set; }

    /// <summary>The timeline of a report, made once.</summary>
    public static ReportTimeline Of(MoveReport report)
    {
        if (report.Timeline is { } known && known._entries == report.Entries.Count)
            return known;
        ReportTimeline timeline = new(report.Entries.Count);
        for (int i = 0; i < report.Entries.Count; i++)
            timeline.Add(i, report.Entries[i]);
        timeline._seenProgress.Clear();
        return report.Timeline = timeline;
    }

    /// <summary>Whether a line shows progress by itself; repeats of the same figure after a pickup do not count in a timeline.</summary>
    public static bool IsProgress(string message)
    {
        if (message.Length == 0)
            return false;
        char first = message[0];
        foreach (string start in ProgressStarts)
        {
            if (start[0] == first && message.StartsWith(start, StringComparison.Ordinal))
                return true;
        }
        return IsForeignProgress(message);
    }

    // In other languages the names of stages stay ("Phase: CopyingMessages. Abgeschlossen: 25 %."), and the two sizes of a copy do
    // ("… (236.732.045 Bytes)/416,5 MB …"). A stage without a figure behind it only tells where a pickup goes on.
    private static bool IsForeignProgress(string message)
    {
        int sizes = message.IndexOf(")/", StringComparison.Ordinal);
        if (sizes > 0 && sizes + 2 < message.Length && TextSearch.IsDigit(message[sizes + 2]))
            return true;
        foreach (string stage in StageEnds)
        {
            int at = message.IndexOf(stage, StringComparison.Ordinal);
            if (at > 0 && message.IndexOfAny(Digits, at + stage.Length) > 0)
                return true;
        }
        return false;
    }

    private void Add(int index, ReportEntry entry)
    {
        string message = entry.Message;
        if (IsProgress(message))
        {
            // The same stage and percentage are printed again after each pickup: that is no progress.
            if (_seenProgress.Add(message))
                Progress.Add(index);
            return;
        }
        if (FailureLine.TryParseWords(message, out FailureLine words))
        {
            FailureLines.Add((index, words)); // names the server it called, yet is neither a connection nor a pickup
            return;
        }
        bool hasCaps = message.IndexOf("aps:", StringComparison.Ordinal) >= 0;
        if (hasCaps || message.StartsWith("Connected to ", StringComparison.Ordinal))
        {
            if (ParseConnection(message) is { } connection)
            {
                Connections.Add((index, connection));
                return;
            }
        }
        // A failure may name the build of a server too; it names a class, which a pickup never does.
        bool namesClass = message.IndexOf("Exception", StringComparison.Ordinal) >= 0;
        if (hasCaps && !namesClass && IsPickup(message, out Version? build))
        {
            Pickups.Add(index);
            IsOnlineService |= build is { Major: 15, Minor: >= 20 };
            return;
        }
        if (!namesClass)
        {
            if (!hasCaps && message.IndexOf("is examining the request", StringComparison.Ordinal) >= 0)
                Pickups.Add(index);
            return;
        }
        if (FailureLine.TryParse(message, IsFailure(entry), out FailureLine line))
            FailureLines.Add((index, line));
    }

    // A move connects anew after each failure, in the same words.
    private ConnectedLine? ParseConnection(string message)
    {
        for (int i = Connections.Count - 1; i >= 0 && i >= Connections.Count - 4; i--)
        {
            if (string.Equals(_connectionTexts[i], message, StringComparison.Ordinal))
            {
                _connectionTexts.Add(message);
                return Connections[i].Line;
            }
        }
        ConnectedLine? line = ConnectedLine.Parse(message);
        if (line is not null)
            _connectionTexts.Add(message);
        return line;
    }

    private static bool IsFailure(ReportEntry entry) => entry.Flags.IndexOf("Failure", StringComparison.OrdinalIgnoreCase) >= 0;

    // "… service 'EX01.contoso.com' (15.1.1979.3 caps:3FFFFF) is examining the request." in any language.
    private static bool IsPickup(string message, out Version? build)
    {
        build = null;
        int caps = message.IndexOf("aps:", StringComparison.Ordinal);
        int open = message.LastIndexOf('(', caps);
        if (open < 0 || open + 1 >= message.Length || !TextSearch.IsDigit(message[open + 1]))
            return false;
        build = VersionText.ParseDotted(message, open + 1, out _);
        return build is not null;
    }
}
