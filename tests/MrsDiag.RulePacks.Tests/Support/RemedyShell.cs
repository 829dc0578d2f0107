using System.Linq;
using System.Text.RegularExpressions;

namespace MrsDiag.RulePacks.Tests.Support;

/// <summary>Holds a remedy against J2: a step with a command names its shell, and that shell has the command.</summary>
internal static class RemedyShell
{
    private const string Online = "Exchange Online PowerShell";
    private const string OnPremises = "Exchange Management Shell";
    private static readonly string[] Places = [Online, OnPremises, "Windows PowerShell", "command prompt", "From outside", "agent computer", "Get-MoveReportFinding"];

    private static readonly Regex Cmdlet = new(
        @"\b(?:Get|Set|New|Test|Remove|Resume|Enable|Disable|Update|Import|Resolve)-[A-Z][A-Za-z]+\b", RegexOptions.CultureInvariant);

    private static readonly Regex OnPremisesOnly = new(
        @"\b\w+-(?:WebServicesVirtualDirectory|MRSHealth|MailboxDatabaseCopyStatus|MailboxDatabaseCopy|MailboxDatabase|RemoteMailbox|ExchangeServer|ExchangeCertificate|SettingOverride|ServiceHealth|OutlookAnywhere)\b",
        RegexOptions.CultureInvariant);

    private static readonly Regex OnlineOnly = new(
        @"\b\w+-(?:MigrationEndpoint|MigrationBatch|MigrationUser|MigrationUserStatistics|MailUser|MigrationServerAvailability)\b", RegexOptions.CultureInvariant);

    /// <summary>What is wrong with a step.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The problem, or <see langword="null"/>.</returns>
    public static string? Problem(Remedy step)
    {
        if (!Cmdlet.IsMatch(step.Text))
            return null;
        if (!Places.Any(p => step.Text.IndexOf(p, System.StringComparison.Ordinal) >= 0))
            return "a command without its shell";
        if (OnPremisesOnly.IsMatch(step.Text) && (!Names(step, OnPremises) || step.RunIn != RunIn.OnPremises))
            return "an on-premises command in another place";
        if (OnlineOnly.IsMatch(step.Text) && (!Names(step, Online) || step.RunIn != RunIn.ExchangeOnline))
            return "a command of Exchange Online in another place";
        bool places = Names(step, Online) ? step.RunIn is RunIn.ExchangeOnline : !Names(step, OnPremises) || step.RunIn == RunIn.OnPremises;
        return places ? null : "runIn differs from the shell that the text names";
    }

    private static bool Names(Remedy step, string shell) => step.Text.IndexOf(shell, System.StringComparison.Ordinal) >= 0;
}
