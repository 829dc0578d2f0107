using System;

namespace MrsDiag.MoveReports;

/// <summary>
/// Settles what kind of move a report is about, how the two sides talk, and which side is remote (J1). The same words mean other things in
/// another scenario, so what nothing tells stays unknown.
/// </summary>
public static class MoveScenario
{
    /// <summary>The value for what the input does not tell.</summary>
    public const string Unknown = "unknown";

    private static readonly string[] OnlineDomains = [".outlook.com", ".office365.com", ".office.com", ".exchangelabs.com"];

    /// <summary>Sets <see cref="MoveReport.Scenario"/>, <see cref="MoveReport.Transport"/> and <see cref="MoveReport.RemoteSide"/>.</summary>
    /// <param name="report">The report, read completely.</param>
    public static void Settle(MoveReport report)
    {
        MoveSigns signs = MoveSigns.Of(report);
        report.Scenario = ScenarioOf(report, signs);
        SettleFor(report, signs);
    }

    /// <summary>Settles transport and remote side for a scenario that is known already.</summary>
    /// <param name="report">The report with its scenario.</param>
    internal static void SettleFor(MoveReport report) => SettleFor(report, MoveSigns.Of(report));

    private static void SettleFor(MoveReport report, MoveSigns signs)
    {
        report.RemoteSide = RemoteSideOf(report.Scenario, signs);
        report.Transport = TransportOf(report, signs);
    }

    /// <summary>The remote side that a scenario implies by itself; empty where it implies none.</summary>
    /// <param name="scenario">One of <see cref="MoveReportTable.Scenarios"/>.</param>
    /// <returns><c>source</c>, <c>target</c>, or empty.</returns>
    public static string RemoteSideOf(string scenario) => scenario switch
    {
        "onboarding" or "crossForestPull" or "crossTenant" => "source",
        "offboarding" or "crossForestPush" => "target",
        _ => "",
    };

    /// <summary>Whether a host belongs to Exchange Online: a move from or to it by MRS Proxy is a move between tenants.</summary>
    /// <param name="host">A host name.</param>
    /// <returns>Whether it does.</returns>
    internal static bool IsOnlineHost(string host) =>
        Array.Exists(OnlineDomains, d => host.EndsWith(d, StringComparison.OrdinalIgnoreCase));

    private static string ScenarioOf(MoveReport report, MoveSigns signs)
    {
        if (IsKind(report, "PublicFolder"))
            return "publicFolder";
        if (IsKind(report, "Restore"))
            return "restore";
        if (IsKind(report, "Import") || IsKind(report, "Export"))
            return Unknown; // neither a move nor a restore; no list of scenarios has a word for it
        if (signs.IsLocal)
            return "local";
        if (Is(report.RecipientTypeDetails, "PublicFolderMailbox"))
            return "publicFolder";
        if (TextSearch.Has(report.Flags, "CrossTenant") || IsOnlineHost(report.RemoteHostName))
            return "crossTenant";
        if (TextSearch.Has(report.WorkloadType, "Onboarding"))
            return "onboarding";
        if (TextSearch.Has(report.WorkloadType, "Offboarding"))
            return "offboarding";
        if (signs.IsOnlineService && signs.Direction.Length > 0)
            return signs.Direction == "Pull" ? "onboarding" : "offboarding";
        // The service of Exchange Online always runs the move; an on-premises one with WorkloadType Local runs it between forests.
        if (signs.IsCrossOrganization && Is(report.WorkloadType, "Local"))
            return signs.Direction switch { "Pull" => "crossForestPull", "Push" => "crossForestPush", _ => Unknown };
        return Unknown;
    }

    private static string RemoteSideOf(string scenario, MoveSigns signs)
    {
        if (scenario == "local" || (scenario is "publicFolder" or "restore" && !signs.IsCrossOrganization))
            return "";
        return signs.Direction switch { "Pull" => "source", "Push" => "target", _ => RemoteSideOf(scenario) };
    }

    private static string TransportOf(MoveReport report, MoveSigns signs)
    {
        if (signs.IsHybridAgent)
            return "hybridAgent";
        if (report.Scenario == "local")
            return "none";
        if (report.OutlookAnywhereHostName.Length > 0 || signs.IsOutlookAnywhere)
            return "outlookAnywhere";
        if (signs.IsMrsProxy)
            return "mrsproxy";
        if (TextSearch.Has(report.Flags, "RemoteLegacy"))
            return Unknown; // straight to an Exchange 2003 or 2007 store, which the list has no word for
        if (report.Scenario is "onboarding" or "offboarding" or "crossForestPull" or "crossForestPush" or "crossTenant")
            return "mrsproxy";
        if (report.RemoteHostName.Length > 0)
            return "mrsproxy";
        if (report.Scenario == "restore" || IsKind(report, "Import") || IsKind(report, "Export"))
            return "none";
        return Unknown;
    }

    private static bool IsKind(MoveReport report, string word) =>
        TextSearch.Has(report.Shape, word) || (word == "PublicFolder" && TextSearch.Has(report.MigrationType, word));

    private static bool Is(string value, string other) => string.Equals(value, other, StringComparison.OrdinalIgnoreCase);
}
