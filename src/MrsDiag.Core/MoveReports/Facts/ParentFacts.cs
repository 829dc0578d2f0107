using System;
using System.Collections.Generic;
using MrsDiag.Facts;

namespace MrsDiag.MoveReports;

/// <summary>The facts of the request itself.</summary>
internal static class ParentFacts
{
    /// <summary>Fills the properties of the request.</summary>
    public static void FillRequest(FactItem item, MoveReport report)
    {
        item.Put("origin", Origin(report.Origin));
        item.Put("quality", Quality(report.Quality));
        item.Put("scenario", report.Scenario);
        item.Put("transport", report.Transport);
        item.Put("remoteSide", report.RemoteSide);
        item.Put("status", report.Status);
        item.Put("statusDetail", report.StatusDetail);
        item.Put("syncStage", report.SyncStage);
        item.Put("flags", report.Flags);
        item.Put("workloadType", report.WorkloadType);
        item.Put("batchName", report.BatchName);
        item.Put("remoteHostName", report.RemoteHostName);
        item.Put("sourceVersion", report.SourceVersion);
        item.Put("targetVersion", report.TargetVersion);
        item.Put("failureType", report.FailureType);
        item.Put("failureSide", report.FailureSide);
        item.Put("message", report.Message);
        item.Put("percentComplete", report.PercentComplete);
        item.Put("totalBytes", report.TotalBytes);
        item.Put("bytesTransferred", report.BytesTransferred);
        item.Put("badItems", report.BadItems);
        item.Put("overallDuration", Duration(report, "OverallDuration"));
        item.Put("mailboxLockedDuration", Duration(report, "TotalStalledDueToMailboxLockedDuration"));
        item.Put("transientFailureDuration", Duration(report, "TotalTransientFailureDuration"));
        item.Text = report.Message.Length > 0 ? report.Message : (report.Status + " " + report.StatusDetail).Trim();
        item.Origin = report.Shape;
        item.At = report.LastUpdated?.Utc ?? report.Failed?.Utc;
    }

    /// <summary>Fills what the lines tell.</summary>
    /// <param name="item">The parent item.</param>
    /// <param name="report">The report.</param>
    /// <param name="since">Lines before this time (UTC) are left out.</param>
    /// <param name="proxy">The last line of the remote proxy.</param>
    public static void FillLines(FactItem item, MoveReport report, DateTime? since, ConnectedLine? proxy)
    {
        ReportTimeline timeline = ReportTimeline.Of(report);
        item.Put("remoteProxyVersion", proxy?.ProxyVersion);
        item.Put("remoteProxyServer", proxy?.ProxyServer);
        int pickups = 0;
        foreach (int index in timeline.Pickups)
        {
            if (!IsBefore(report.Entries[index], since))
                pickups++;
        }
        item.Put("pickups", (double?)pickups);
        item.Put("lastProgress", Last(report.Entries, timeline.Progress, since));
        item.Put("status", StatusOf(report, timeline));
        for (int i = report.Entries.Count - 1; i >= 0 && item["lastEntry"] is null; i--)
        {
            if (!IsBefore(report.Entries[i], since))
                item.Put("lastEntry", report.Entries[i].At?.Utc);
        }
    }

    /// <summary>Whether a line lies before a time; one without a time does not.</summary>
    public static bool IsBefore(ReportEntry entry, DateTime? since) => since is { } limit && entry.At is { } at && at.Utc < limit;

    // Pasted lines come without the property. What they end with tells whether the request went on after its last failure.
    private static string StatusOf(MoveReport report, ReportTimeline timeline)
    {
        if (report.Status.Length > 0 || timeline.Progress.Count == 0)
            return report.Status;
        int last = timeline.Progress[timeline.Progress.Count - 1];
        ReportEntry entry = report.Entries[last];
        bool failedLater = timeline.FailureLines.Exists(f => f.Index > last);
        foreach (MoveFailure failure in report.Failures)
            failedLater |= failure.At is null || entry.At is null || failure.At.Value.Utc > entry.At.Value.Utc;
        if (failedLater)
            return "";
        return entry.Message.StartsWith("Request is complete", StringComparison.Ordinal) ? "Completed" : "InProgress";
    }

    private static DateTime? Last(IList<ReportEntry> entries, List<int> indices, DateTime? since)
    {
        for (int i = indices.Count - 1; i >= 0; i--)
        {
            ReportEntry entry = entries[indices[i]];
            if (entry.At is { } at && !IsBefore(entry, since))
                return at.Utc;
        }
        return null;
    }

    private static TimeSpan? Duration(MoveReport report, string name) =>
        report.Durations.TryGetValue(name, out TimeSpan duration) ? duration : null;

    private static string Origin(ReportOrigin origin) => origin switch
    {
        ReportOrigin.Pipeline => "pipeline",
        ReportOrigin.Clixml => "clixml",
        ReportOrigin.Text => "text",
        _ => "errorText",
    };

    private static string Quality(ReportQuality quality) => quality switch
    {
        ReportQuality.Rich => "rich",
        ReportQuality.Poor => "poor",
        _ => "text",
    };
}
