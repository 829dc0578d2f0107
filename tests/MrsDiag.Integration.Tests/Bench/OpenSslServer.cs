using System;
using System.Collections.Generic;
using System.Net;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>
/// A TLS server that speaks chosen versions only: openssl s_server -www, which answers any GET with 200 and a page about the handshake.
/// It serves one connection at a time; others wait.
/// </summary>
internal sealed class OpenSslServer : IDisposable
{
    private readonly TempFolder _folder = new("openssl");
    private readonly PeerProcess _process;

    public OpenSslServer(ServerCertificate certificate, TlsVersions versions = TlsVersions.Tls12AndTls13, IPEndPoint? listenOn = null)
    {
        EndPoint = listenOn ?? new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        CertificateFiles files = certificate.WriteTo(_folder);
        _process = new PeerProcess("openssl",
        [
            "s_server", "-accept", EndPoint.ToString(), "-www", "-cert", files.Chain, "-key", files.Key,
            .. certificate.Sent.Length == 0 ? Array.Empty<string>() : ["-cert_chain", files.Sent],
            .. Arguments(versions),
        ]);
        try
        {
            // Not asked by a connection: it would count as a failed handshake in the output.
            _process.WaitUntil(() => Log.Contains("ACCEPT"), () => "");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>What s_server printed: one ACCEPT at the start, and errors of handshakes.</summary>
    public string Log => _process.Output;

    public void Dispose()
    {
        _process.Dispose();
        _folder.Dispose();
    }

    // Security level 0: today's default refuses the digests of TLS 1.0 and 1.1, and short keys.
    private static IEnumerable<string> Arguments(TlsVersions versions) => versions switch
    {
        TlsVersions.Tls10 => ["-tls1", "-cipher", "ALL:@SECLEVEL=0"],
        TlsVersions.Tls11 => ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"],
        TlsVersions.Tls12 => ["-tls1_2", "-cipher", "ALL:@SECLEVEL=0"],
        TlsVersions.Tls13 => ["-tls1_3"],
        TlsVersions.All => ["-min_protocol", "TLSv1", "-cipher", "ALL:@SECLEVEL=0"],
        _ => ["-min_protocol", "TLSv1.2", "-cipher", "ALL:@SECLEVEL=0"],
    };
}

/// <summary>The versions an <see cref="OpenSslServer"/> accepts.</summary>
internal enum TlsVersions
{
    Tls10,
    Tls11,
    Tls12,
    Tls13,
    Tls12AndTls13,
    All,
}
