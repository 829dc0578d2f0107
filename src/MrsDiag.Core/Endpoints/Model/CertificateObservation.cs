using System;

namespace MrsDiag.Endpoints;

/// <summary>One certificate of the chain.</summary>
public sealed class CertificateObservation
{
    /// <summary>Subject.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Issuer.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>DNS names and addresses of the subject alternative name.</summary>
    public string[] Names { get; set; } = [];

    /// <summary>Valid from, UTC.</summary>
    public DateTime NotBefore { get; set; }

    /// <summary>Valid until, UTC.</summary>
    public DateTime NotAfter { get; set; }

    /// <summary>SHA-256 of the certificate, hexadecimal.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>SHA-1 thumbprint, as Exchange and Windows show it.</summary>
    public string Thumbprint { get; set; } = "";

    /// <summary>Serial number, hexadecimal.</summary>
    public string SerialNumber { get; set; } = "";

    /// <summary>Signature algorithm, for example <c>sha256RSA</c>; its object identifier where the platform has no name.</summary>
    public string SignatureAlgorithm { get; set; } = "";

    /// <summary>Size of an RSA key in bits; <see langword="null"/> for other keys.</summary>
    public int? RsaKeySize { get; set; }

    /// <summary>Whether subject and issuer are the same.</summary>
    public bool IsSelfSigned { get; set; }
}
