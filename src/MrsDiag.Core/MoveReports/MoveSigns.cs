using System;

namespace MrsDiag.MoveReports;

/// <summary>The signs in a report that tell its scenario, gathered from properties, lines and failures.</summary>
internal sealed class MoveSigns
{
    /// <summary>Pull, Push, or empty.</summary>
    public string Direction { get; private set; } = "";

    /// <summary>Whether both sides are in one organization.</summary>
    public bool IsLocal { get; private set; }

    /// <summary>Whether the sides are in two organizations.</summary>
    public bool IsCrossOrganization { get; private set; }

    /// <summary>Whether Exchange Online runs the move.</summary>
    public bool IsOnlineService { get; private set; }

    /// <summary>Whether a name of a Hybrid Agent occurs.</summary>
    public bool IsHybridAgent { get; private set; }

    /// <summary>Whether a line or failure speaks of MRS Proxy.</summary>
    public bool IsMrsProxy { get; private set; }

    /// <summary>Whether a failure speaks of Outlook Anywhere.</summary>
    public bool IsOutlookAnywhere { get; private set; }

    /// <summary>Gathers the signs.</summary>
    public static MoveSigns Of(MoveReport report)
    {
        MoveSigns signs = new()
        {
            Direction = Word(report, "Pull") ? "Pull" : Word(report, "Push") ? "Push" : "",
            IsHybridAgent = HybridAgent.IsHost(report.RemoteHostName),
        };
        bool crossOrganization = Word(report, "CrossOrg") || Is(report.MigrationType, "ExchangeRemoteMove");
        signs.IsLocal = Word(report, "IntraOrg") || Is(report.MigrationType, "ExchangeLocalMove")
            || (!crossOrganization && Is(report.WorkloadType, "Local") && report.RemoteHostName.Length == 0);
        signs.IsCrossOrganization = !signs.IsLocal && (crossOrganization || report.RemoteHostName.Length > 0);
        signs.ReadServers(report);
        signs.ReadFailures(report);
        return signs;
    }

    private void ReadServers(MoveReport report)
    {
        ReportTimeline timeline = ReportTimeline.Of(report);
        IsOnlineService = timeline.IsOnlineService || RemoteServerText.IsExchangeOnline(report.MrsServerName);
        bool sourceOnline = RemoteServerText.IsExchangeOnline(report.SourceServer);
        bool targetOnline = RemoteServerText.IsExchangeOnline(report.TargetServer)
            || report.TargetDeliveryDomain.EndsWith(".onmicrosoft.com", StringComparison.OrdinalIgnoreCase);
        string proxySide = "";
        foreach ((int _, ConnectedLine line) in timeline.Connections)
        {
            sourceOnline |= line.Side == "source" && line.IsOnline;
            targetOnline |= line.Side == "target" && line.IsOnline;
            if (line.ProxyServer.Length > 0 && line.Side.Length > 0 && !RemoteServerText.IsExchangeOnline(line.ProxyServer))
                proxySide = line.Side;
        }
        if (Direction.Length == 0 && !IsLocal)
            Direction = proxySide switch { "source" => "Pull", "target" => "Push", _ => "" };
        IsMrsProxy |= proxySide.Length > 0 && !IsLocal;
        // Exchange Online pulls into itself or pushes out of itself.
        IsOnlineService |= (targetOnline && !sourceOnline && Direction == "Pull") || (sourceOnline && !targetOnline && Direction == "Push");
    }

    private void ReadFailures(MoveReport report)
    {
        foreach (MoveFailure failure in report.Failures)
        {
            if (failure.Call is { } call)
            {
                IsHybridAgent |= call.IsHybridAgent;
                IsMrsProxy |= call.IsMrsProxy && !IsLocal;
            }
            IsOutlookAnywhere |= failure.Message.IndexOf("NspiBind", StringComparison.OrdinalIgnoreCase) >= 0;
        }
    }

    // Flags repeats RequestStyle and Direction: "CrossOrg, Pull".
    private static bool Word(MoveReport report, string word) =>
        Is(report.RequestStyle, word) || Is(report.Direction, word) || HasFlag(report.Flags, word);

    private static bool HasFlag(string flags, string word)
    {
        int at = flags.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return false;
        int end = at + word.Length;
        return (at == 0 || !char.IsLetter(flags[at - 1])) && (end == flags.Length || !char.IsLetter(flags[end]));
    }

    private static bool Is(string value, string other) => string.Equals(value, other, StringComparison.OrdinalIgnoreCase);
}
