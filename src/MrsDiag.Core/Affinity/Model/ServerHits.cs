using System;

namespace MrsDiag.Affinity;

/// <summary>One server that answered.</summary>
public sealed class ServerHits
{
    /// <summary>Its name.</summary>
    public string Server { get; set; } = "";

    /// <summary>How many trials it answered.</summary>
    public int Hits { get; set; }

    /// <summary>First answer, UTC.</summary>
    public DateTime? First { get; set; }

    /// <summary>Last answer, UTC.</summary>
    public DateTime? Last { get; set; }

    /// <summary>The signs that name it: NTLM, X-FEServer, healthcheck.htm, certificate.</summary>
    public string[] Signs { get; set; } = [];

    /// <summary>The variants in which it answered.</summary>
    public AffinityVariant[] Variants { get; set; } = [];

    /// <summary>The addresses behind which it answered.</summary>
    public string[] Addresses { get; set; } = [];
}
