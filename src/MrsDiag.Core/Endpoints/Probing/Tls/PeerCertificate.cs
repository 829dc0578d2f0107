using System.Collections.Generic;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MrsDiag.Wire.Tls;

namespace MrsDiag.Endpoints.Probing;

// What a peer showed in the handshake, and what the platform says of it. Read inside the callback: the chain does not outlive it.
internal sealed class PeerCertificate
{
    /// <summary>As sent, leaf first.</summary>
    public CertificateObservation[] Certificates { get; private set; } = [];

    public bool IsTrusted { get; private set; }

    public string[] ChainErrors { get; private set; } = [];

    public bool NameMatches { get; private set; }

    public bool? IntermediateMissing { get; private set; }

    /// <summary>Whether a credential may go to it: a chain that this computer trusts, and a name that both readings accept.</summary>
    public bool IsValid { get; private set; }

    public static PeerCertificate Read(X509Certificate certificate, X509Chain? chain, SslPolicyErrors errors, string host)
    {
        using X509Certificate2 leaf = new(certificate.GetRawCertData());
        List<X509Certificate2> sent = [leaf, .. ChainReading.SentBehind(leaf, chain)];
        bool isTrusted = (errors & (SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNotAvailable)) == 0;
        bool matches = CertificateNames.Matches(leaf, host);
        return new PeerCertificate
        {
            Certificates = [.. sent.Select(CertificateReading.Describe)],
            IsTrusted = isTrusted,
            ChainErrors = ChainReading.Errors(chain),
            NameMatches = matches,
            IntermediateMissing = ChainReading.IsIntermediateMissing(sent, chain),
            IsValid = errors == SslPolicyErrors.None && matches,
        };
    }
}
