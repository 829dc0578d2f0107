namespace MrsDiag;

/// <summary>Who has to act.</summary>
public enum FindingOwner
{
    /// <summary>Nobody in particular: the finding informs, or who must act is not known.</summary>
    Nobody = 0,

    /// <summary>The administrator of the on-premises Exchange organization.</summary>
    OnPremises = 1,

    /// <summary>Exchange Online: wait, or act in Exchange Online PowerShell.</summary>
    ExchangeOnline = 2,

    /// <summary>Whoever runs the load balancer, firewall, proxy or DNS.</summary>
    Network = 3,

    /// <summary>Whoever runs Active Directory and directory synchronisation.</summary>
    Directory = 4,
}
