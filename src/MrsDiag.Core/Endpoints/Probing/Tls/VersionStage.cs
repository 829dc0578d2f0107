using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Wire.Tls;

namespace MrsDiag.Endpoints.Probing;

// Asks for each version alone, over a connection of its own: what the platform here cannot offer can be asked all the same (J13).
internal sealed class VersionStage(EndpointProbeOptions options)
{
    private static readonly (TlsVersion Version, string Name)[] Versions =
    [
        (TlsVersion.Ssl30, "SSL 3.0"), (TlsVersion.Tls10, "TLS 1.0"), (TlsVersion.Tls11, "TLS 1.1"), (TlsVersion.Tls12, "TLS 1.2"),
        (TlsVersion.Tls13, "TLS 1.3"),
    ];

    public Task RunAsync(TlsObservation observation, ProbePlace place, CancellationToken cancellationToken)
    {
        // Filled in place: what is known when the time is over stays.
        observation.Versions =
        [
            .. Versions.Select(static version =>
                new TlsVersionObservation { Version = version.Name, Answer = "notTried", Detail = "There was no time for it." }),
        ];
        List<Task> asked = [];
        for (int i = 0; i < Versions.Length; i++)
            asked.Add(AskAsync(observation.Versions[i], Versions[i].Version, place, cancellationToken));
        return Task.WhenAll(asked);
    }

    private async Task AskAsync(TlsVersionObservation observation, TlsVersion version, ProbePlace place, CancellationToken cancellationToken)
    {
        options.Log?.Invoke($"{observation.Version} hello: {place}");
        TcpResult tcp = await TcpConnector.ConnectAsync(place.Address, place.Port, options.StageTimeout, cancellationToken).ConfigureAwait(false);
        if (tcp.Socket is not { } socket)
        {
            (observation.Answer, observation.Detail) = (tcp.End == CallEnd.TimedOut ? "noAnswer" : "closed", tcp.Error);
            return;
        }
        using WireConnection connection = new(socket);
        try
        {
            await connection.WriteAsync(ClientHello.Create(version, place.Host), options.StageTimeout, cancellationToken).ConfigureAwait(false);
            (observation.Answer, observation.Detail) = await ReadAsync(connection, version, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (ArgumentException e)
        {
            // A name that no hello can carry.
            (observation.Answer, observation.Detail) = ("notTried", e.Message);
        }
        catch (Exception e)
        {
            CallFailure failure = CallFailure.From(e, options.StageTimeout);
            (observation.Answer, observation.Detail) = (failure.End == CallEnd.TimedOut ? "noAnswer" : "closed", failure.Error);
        }
    }

    private async Task<(string Answer, string Detail)> ReadAsync(WireConnection connection, TlsVersion version, CancellationToken cancellationToken)
    {
        ServerHelloReader reader = new(version);
        DateTime end = DateTime.UtcNow + options.StageTimeout;
        while (!reader.IsComplete)
        {
            int? count = await connection.ReadAsync(end - DateTime.UtcNow, cancellationToken).ConfigureAwait(false);
            if (count is null)
                return ("noAnswer", string.Format(CultureInfo.InvariantCulture, "No answer within {0:0.###} seconds.", options.StageTimeout.TotalSeconds));
            if (count.Value == 0)
                reader.End();
            else
                reader.Feed(connection.Buffer, 0, count.Value);
        }
        return Describe(reader.Answer!);
    }

    private static (string Answer, string Detail) Describe(TlsAnswer answer) => answer.Kind switch
    {
        TlsAnswerKind.ServerHello => ("accepted", answer.CipherName),
        TlsAnswerKind.OtherVersion => ("refused", "answered with " + NameOf(answer.Version)),
        TlsAnswerKind.Alert => ("refused", answer.AlertName),
        TlsAnswerKind.Closed => ("closed", answer.Detail),
        TlsAnswerKind.NotTls => ("notTls", answer.Detail),
        _ => ("notTls", answer.Detail),
    };

    private static string NameOf(TlsVersion? version)
    {
        foreach ((TlsVersion known, string name) in Versions)
        {
            if (known == version)
                return name;
        }
        return "an unknown version";
    }
}
