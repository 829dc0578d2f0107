using System;
using System.IO;
using System.Net.Security;
using System.Reflection;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Wire.Tls;

namespace MrsDiag.Endpoints.Probing;

// The platform's own handshake. It accepts every certificate, since nothing secret follows, and records what the platform says of it.
internal sealed class TlsHandshake
{
    private static readonly PropertyInfo? NegotiatedCipherSuite = typeof(SslStream).GetProperty("NegotiatedCipherSuite");

    private readonly string _host;
    private readonly TlsResumption _resumption;
    private readonly ResumptionReader? _resumptionReader;

#pragma warning disable CA5397 // What old hosts of .NET Framework (Windows PowerShell) can offer at most; without it they may offer 1.0 only.
    /// <summary>The versions to name where the choice cannot be left to the system.</summary>
    public const SslProtocols WhereTheSystemHasNoSay = SslProtocols.Tls12 | SslProtocols.Tls11 | SslProtocols.Tls;
#pragma warning restore CA5397

    public TlsHandshake(Stream inner, string host, TlsResumption resumption = TlsResumption.NotWatched)
    {
        _host = host;
        _resumption = resumption;
        if (resumption != TlsResumption.NotWatched)
        {
            _resumptionReader = new ResumptionReader();
            inner = new TappedStream(inner, _resumptionReader);
        }
#pragma warning disable CA5359 // It only looks: what it thinks of the certificate is what is measured. No credential goes over this stream.
        Stream = new SslStream(inner, leaveInnerStreamOpen: false, Record);
#pragma warning restore CA5359
    }

    public SslStream Stream { get; }

    /// <summary>What was sent; <see langword="null"/> where no certificate came.</summary>
    public PeerCertificate? Certificate { get; private set; }

    /// <summary>Whether the session of an earlier connection was resumed, read from the server's own bytes; not known where nobody watched.</summary>
    public bool? IsResumed => _resumptionReader?.IsResumed;

    /// <summary>The version agreed on, as <c>TLS 1.2</c>.</summary>
    public string Version => (int)Stream.SslProtocol switch
    {
        0 => "",
        12 => "SSL 2.0",
        48 => "SSL 3.0",
        192 => "TLS 1.0",
        768 => "TLS 1.1",
        3072 => "TLS 1.2",
        12288 => "TLS 1.3",
        _ => Stream.SslProtocol.ToString(),
    };

    /// <summary>The cipher agreed on. .NET Framework names algorithms only.</summary>
    public string Cipher => NegotiatedCipherSuite?.GetValue(Stream)?.ToString()
        ?? FormattableString.Invariant($"{Stream.KeyExchangeAlgorithm} {Stream.CipherAlgorithm} {Stream.CipherStrength} {Stream.HashAlgorithm}");

    public Task RunAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        TimeLimit.RunAsync(AuthenticateAsync, limit, Stream, cancellationToken);

    private async Task AuthenticateAsync()
    {
        try
        {
            await AuthenticateAsync(SslProtocols.None).ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            // A host process of .NET Framework that is compiled for one before 4.7 cannot leave the choice to Windows.
            await AuthenticateAsync(WhereTheSystemHasNoSay).ConfigureAwait(false);
        }
    }

    // Revocation is not asked: it would be another connection to somebody else.
    private Task AuthenticateAsync(SslProtocols protocols) => _resumption == TlsResumption.Avoided && FullHandshake.IsPossible
        ? FullHandshake.AuthenticateAsync(Stream, _host)
        : Stream.AuthenticateAsClientAsync(_host, new X509CertificateCollection(), protocols, checkCertificateRevocation: false);

    private bool Record(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        try
        {
            if (certificate is not null)
                Certificate = PeerCertificate.Read(certificate, chain, errors, _host);
        }
        catch (Exception e)
        {
            // An exception here would look like a failed handshake; a certificate that cannot be read is worth a word of its own.
            CertificateError = CallFailure.Text(e);
        }
        return true;
    }

    /// <summary>Why the certificate could not be read; empty where it could.</summary>
    public string CertificateError { get; private set; } = "";
}
