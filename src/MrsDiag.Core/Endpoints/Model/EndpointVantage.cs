namespace MrsDiag.Endpoints;

/// <summary>Where the probe stood (J13).</summary>
public enum EndpointVantage
{
    /// <summary>Inside or outside cannot be told.</summary>
    Unknown = 0,

    /// <summary>The address is private or of this computer's own network: Exchange Online takes another path.</summary>
    Internal = 1,

    /// <summary>A public address, probed from outside the organization.</summary>
    External = 2,
}
