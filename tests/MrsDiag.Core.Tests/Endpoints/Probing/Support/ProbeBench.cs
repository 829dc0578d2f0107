using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Probing.Support;

/// <summary>Runs the probe against listeners of this computer, with times that suit a test.</summary>
internal static class ProbeBench
{
    public const string Host = "mail.contoso.com";

    public static readonly EndpointProbeOptions Quick = new()
    {
        StageTimeout = TimeSpan.FromSeconds(10),
        BodyDelay = TimeSpan.FromSeconds(0.5),
        Timeout = TimeSpan.FromSeconds(30),
        DnsServers = [new IPEndPoint(IPAddress.Loopback, 9)],
    };

    // Where two ends sit on a busy machine, five seconds and fifty are the same thing.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static EndpointTarget Target(int port, string scheme = "http", string host = Host) =>
        new(new Uri(FormattableString.Invariant($"{scheme}://{host}:{port}{EndpointTarget.DefaultPath}")));

    public static EndpointProbe Probe(EndpointProbeOptions? options = null, params string[] addresses) => new(options ?? Quick)
    {
        Seams = new EndpointSeams { Resolve = Resolver(addresses) },
    };

    public static Func<string, Task<IPAddress[]>> Resolver(params string[] addresses)
    {
        IPAddress[] all = [.. (addresses.Length == 0 ? ["127.0.0.1"] : addresses).Select(IPAddress.Parse)];
        return _ => Task.FromResult(all);
    }

    public static async Task<EndpointObservation> OneAsync(int port, string scheme = "http", EndpointProbeOptions? options = null) =>
        Assert.Single(await AllAsync(Probe(options), Target(port, scheme)));

    public static async Task<IReadOnlyList<EndpointObservation>> AllAsync(EndpointProbe probe, params EndpointTarget[] targets)
    {
        SortedDictionary<int, IReadOnlyList<EndpointObservation>> given = [];
        Task run = probe.RunAsync(targets, (index, observations) => given.Add(index, observations), CancellationToken.None);
        Assert.True(await Task.WhenAny(run, Task.Delay(Patience)) == run, "The probe does not end.");
        await run;
        Assert.Equal(targets.Length, given.Count);
        return [.. given.Values.SelectMany(static observations => observations)];
    }

    public static Task<HttpExchange> ExchangeAsync(int port, Func<ExchangeRequest, ExchangeRequest>? change = null, EndpointProbeOptions? options = null)
    {
        ExchangeRequest request = new() { Address = IPAddress.Loopback, Host = Host, Port = port, IsHttps = false, Path = EndpointTarget.DefaultPath };
        return new HttpExchanger(options ?? Quick).ExchangeAsync(change?.Invoke(request) ?? request, CancellationToken.None);
    }

    public static ExchangeRequest Post(ExchangeRequest request) => request with { Method = "POST", Body = MrsProxyRequests.Envelope };

    public static string Reason(EndpointObservation observation, EndpointStage stage) =>
        observation.NotTested.FirstOrDefault(note => note.Stage == stage)?.Reason ?? "";
}
