namespace MrsDiag.Endpoints.Discovery;

/// <summary>Sentences that say what Autodiscover came to.</summary>
internal static class AutodiscoverTexts
{
    /// <summary>What to do where it found nothing.</summary>
    public const string GiveUri = "Give the endpoint by -Uri; Get-MigrationEndpoint in Exchange Online PowerShell shows it as RemoteServer.";

    /// <summary>The domain's mailboxes are looked for in the service.</summary>
    public static string Online(string domain, string host) =>
        $"Autodiscover of {domain} points at Exchange Online ({host}), which says nothing about the servers on-premises. {GiveUri}";
}
