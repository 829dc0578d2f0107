using System;
using System.Diagnostics;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// The platform's handshake over the connection that the TCP stage opened.
internal sealed class TlsStage(EndpointProbeOptions options)
{
    public async Task RunAsync(TlsObservation observation, Socket socket, string host, CancellationToken cancellationToken)
    {
        Stopwatch clock = Stopwatch.StartNew();
        using WireConnection connection = new(socket);
        TlsHandshake handshake = connection.PrepareTls(host);
        try
        {
            await handshake.RunAsync(options.StageTimeout, cancellationToken).ConfigureAwait(false);
            observation.Duration = clock.Elapsed;
            observation.End = CallEnd.Succeeded;
            observation.NegotiatedVersion = handshake.Version;
            observation.Cipher = handshake.Cipher;
            observation.Error = handshake.CertificateError;
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception e)
        {
            CallFailure failure = CallFailure.From(e, options.StageTimeout);
            observation.Duration = clock.Elapsed;
            observation.End = failure.End;
            observation.Error = failure.Error;
        }
        // A handshake that fails after the certificate came still tells about the certificate.
        if (handshake.Certificate is { } certificate)
            Describe(observation, certificate);
    }

    private static void Describe(TlsObservation observation, PeerCertificate certificate)
    {
        observation.Certificates = certificate.Certificates;
        observation.IsTrusted = certificate.IsTrusted;
        observation.ChainErrors = certificate.ChainErrors;
        observation.NameMatches = certificate.NameMatches;
        observation.IntermediateMissing = certificate.IntermediateMissing;
    }
}
