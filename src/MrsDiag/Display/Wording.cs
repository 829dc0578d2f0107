namespace MrsDiag.Display;

/// <summary>Enum names in words. An unknown name stands for itself, since a newer version may have written the object.</summary>
internal static class Wording
{
    internal static string Confidence(string name) => name switch
    {
        nameof(MrsDiag.Confidence.High) => "High: the evidence leaves no other usual reading.",
        nameof(MrsDiag.Confidence.Medium) => "Medium: the likely reading; something that would settle it is missing.",
        nameof(MrsDiag.Confidence.Low) => "Low: one candidate among several.",
        _ => name,
    };

    internal static string Owner(string name) => name switch
    {
        nameof(FindingOwner.Nobody) => "Nobody in particular",
        nameof(FindingOwner.OnPremises) => "The administrator of the on-premises Exchange organization",
        nameof(FindingOwner.ExchangeOnline) => "Exchange Online: wait, or act in Exchange Online PowerShell",
        nameof(FindingOwner.Network) => "Whoever runs the load balancer, firewall, proxy or DNS",
        nameof(FindingOwner.Directory) => "Whoever runs Active Directory and directory synchronisation",
        _ => name,
    };

    internal static string Place(string name) => name switch
    {
        nameof(RunIn.OnPremises) => "on-premises",
        nameof(RunIn.ExchangeOnline) => "Exchange Online PowerShell",
        nameof(RunIn.LoadBalancer) => "load balancer",
        nameof(RunIn.Firewall) => "firewall",
        nameof(RunIn.MrsDiag) => "here",
        _ => name,
    };
}
