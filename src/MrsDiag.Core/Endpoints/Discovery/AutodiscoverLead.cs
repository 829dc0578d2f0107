using System;

namespace MrsDiag.Endpoints.Discovery;

/// <summary>What one answer comes to.</summary>
internal enum LeadKind
{
    /// <summary>Nothing to go on with.</summary>
    None,

    /// <summary>An Exchange server of the organization answers there.</summary>
    Exchange,

    /// <summary>Exchange Online answers there.</summary>
    ExchangeOnline,

    /// <summary>Another address is to be asked.</summary>
    Redirect,
}

/// <summary>Where one answer leads.</summary>
/// <param name="Kind">What it comes to.</param>
/// <param name="Host">The host that was found.</param>
/// <param name="Next">The address to ask next.</param>
internal sealed record AutodiscoverLead(LeadKind Kind, string Host = "", Uri? Next = null)
{
    public static AutodiscoverLead None { get; } = new(LeadKind.None);
}
