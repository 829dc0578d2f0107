namespace MrsDiag.Endpoints;

/// <summary>What another address or route of the same endpoint showed in the same run.</summary>
public sealed class SiblingObservation
{
    /// <summary>Its route.</summary>
    public EndpointRoute Route { get; set; }

    /// <summary>Its address.</summary>
    public string Address { get; set; } = "";

    /// <summary>Its own name, where it was given by name.</summary>
    public string PinnedName { get; set; } = "";

    /// <summary>How TCP ended there.</summary>
    public CallEnd Tcp { get; set; }

    /// <summary>SHA-256 of its leaf certificate; empty where none was seen.</summary>
    public string CertificateSha256 { get; set; } = "";

    /// <summary>Status of the plain GET.</summary>
    public int? GetStatus { get; set; }

    /// <summary>Schemes that its GET offered.</summary>
    public string[] AuthenticationSchemes { get; set; } = [];

    /// <summary>Status of the plain POST.</summary>
    public int? PostStatus { get; set; }

    /// <summary>Status of the POST with <c>Expect</c> and the body held back.</summary>
    public int? ExpectStatus { get; set; }

    /// <summary>Status of the call with credentials; <see langword="null"/> where none was made.</summary>
    public int? LogonStatus { get; set; }

    /// <summary>The server that its NTLM challenge named.</summary>
    public string Server { get; set; } = "";

    /// <summary>Extended Protection of its virtual directory (None, Allow, Require); empty where that was not given or is not known.</summary>
    public string ExtendedProtection { get; set; } = "";
}
