using System;

namespace MrsDiag.Endpoints;

/// <summary>TLS of the address: what is accepted, and what the certificate says.</summary>
public sealed class TlsObservation
{
    /// <summary>How the platform's own handshake ended.</summary>
    public CallEnd End { get; set; }

    /// <summary>Its error text; empty where it succeeded.</summary>
    public string Error { get; set; } = "";

    /// <summary>Time of the handshake.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>The version it agreed on, for example <c>TLS 1.2</c>; empty where none.</summary>
    public string NegotiatedVersion { get; set; } = "";

    /// <summary>The cipher it agreed on, as the platform names it; empty where not known.</summary>
    public string Cipher { get; set; } = "";

    /// <summary>What a hello of each version alone was answered.</summary>
    public TlsVersionObservation[] Versions { get; set; } = [];

    /// <summary>The certificates as sent, leaf first.</summary>
    public CertificateObservation[] Certificates { get; set; } = [];

    /// <summary>Whether this computer trusts the chain, built from what was sent and from its own stores; <see langword="null"/> without a certificate.</summary>
    public bool? IsTrusted { get; set; }

    /// <summary>What the platform says against the chain, for example <c>NotTimeValid</c>, <c>PartialChain</c>, <c>UntrustedRoot</c>.</summary>
    public string[] ChainErrors { get; set; } = [];

    /// <summary>Whether the certificate covers the host; own reading of the names. <see langword="null"/> without a certificate.</summary>
    public bool? NameMatches { get; set; }

    /// <summary>
    /// Whether an intermediate certificate was not sent: neither the leaf nor a certificate that was sent is issued by a root that the
    /// chain ends in, so a client without the intermediate in its store cannot build the chain. <see langword="null"/> where not known.
    /// </summary>
    public bool? IntermediateMissing { get; set; }
}
