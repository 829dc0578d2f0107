using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Integration.Tests.Probing;

/// <summary>Runs the probe against peers of the bench, pinned by their address under the name of the endpoint.</summary>
internal static class RealProbe
{
    public const string Host = "mail.contoso.com";

    // Peers of a busy test machine are slow; only the held-back bodies are waited for to the end.
    public static readonly EndpointProbeOptions Options = new()
    {
        StageTimeout = TimeSpan.FromSeconds(20),
        BodyDelay = TimeSpan.FromSeconds(1.5),
        Timeout = TimeSpan.FromSeconds(90),
        DnsServers = [new IPEndPoint(IPAddress.Loopback, 9)],
    };

    public static EndpointTarget Target(IPEndPoint peer, string scheme = "https") =>
        new(new Uri(string.Create(CultureInfo.InvariantCulture, $"{scheme}://{Host}:{peer.Port}{EndpointTarget.DefaultPath}")))
        {
            ProbeName = false,
            Direct = [new PinnedServer(peer.Address.ToString())],
        };

    public static async Task<EndpointObservation> OneAsync(IPEndPoint peer, EndpointProbeOptions? options = null, string scheme = "https") =>
        Assert.Single(await AllAsync(options ?? Options, Target(peer, scheme)));

    public static async Task<IReadOnlyList<EndpointObservation>> AllAsync(EndpointProbeOptions options, params EndpointTarget[] targets)
    {
        SortedDictionary<int, IReadOnlyList<EndpointObservation>> given = [];
        await new EndpointProbe(options).RunAsync(targets, given.Add, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(5));
        return [.. given.Values.SelectMany(observations => observations)];
    }

    public static HttpExchange Exchange(EndpointObservation observation, ExchangePurpose purpose) =>
        Assert.Single(observation.Exchanges, exchange => exchange.Purpose == purpose);

    public static string Reason(EndpointObservation observation, EndpointStage stage) =>
        observation.NotTested.FirstOrDefault(note => note.Stage == stage)?.Reason ?? "";
}
