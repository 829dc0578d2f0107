namespace MrsDiag;

/// <summary>Where a remedy is carried out. Hybrid move requests live in Exchange Online PowerShell, virtual directories on-premises.</summary>
public enum RunIn
{
    /// <summary>On-premises: Exchange Management Shell or the server itself.</summary>
    OnPremises = 0,

    /// <summary>Exchange Online PowerShell.</summary>
    ExchangeOnline = 1,

    /// <summary>The load balancer or reverse proxy.</summary>
    LoadBalancer = 2,

    /// <summary>The firewall or intrusion prevention system.</summary>
    Firewall = 3,

    /// <summary>The shell in which this module runs.</summary>
    MrsDiag = 4,
}
