using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests.Support;

/// <summary>Runs the product's probe and judgement against peers under a published name that no DNS knows: addresses are pinned.</summary>
internal static class Probe
{
    public const string Host = "mail.contoso.com";

    /// <summary>One good certificate of <see cref="Host"/>, for peers whose certificate is not the matter.</summary>
    public static ServerCertificate Good { get; } = CertificateAuthority.Trusted.IssueCheap(Host);

    /// <summary>Patient with a loaded machine. A body is held back until an answer comes, so those who answer the head cost no time.</summary>
    public static EndpointProbeOptions Options { get; } =
        new() { StageTimeout = TimeSpan.FromSeconds(20), Timeout = TimeSpan.FromSeconds(90), BodyDelay = TimeSpan.FromSeconds(2) };

    /// <summary>For peers that answer a body only, and for logons, whose body waits for the whole time.</summary>
    public static EndpointProbeOptions Hasty { get; } = Options with { BodyDelay = TimeSpan.FromMilliseconds(300) };

    /// <summary>For peers that never answer: every stage ends soon.</summary>
    public static EndpointProbeOptions Short { get; } = Hasty with { StageTimeout = TimeSpan.FromSeconds(4), Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The endpoint on one port, at servers behind the name and devices in front of it.</summary>
    public static EndpointTarget Target(int port, IPAddress[] direct, IPAddress[]? via = null, string scheme = "https", string host = Host) =>
        new(new Uri(string.Create(CultureInfo.InvariantCulture, $"{scheme}://{host}:{port}{EndpointTarget.DefaultPath}")))
        {
            ProbeName = false,
            Direct = [.. direct.Select(a => new PinnedServer(a.ToString()))],
            Via = [.. (via ?? []).Select(a => new PinnedServer(a.ToString()))],
        };

    /// <summary>The one server.</summary>
    public static EndpointTarget Direct(IPEndPoint server, string scheme = "https", string host = Host) => Target(server.Port, [server.Address], scheme: scheme, host: host);

    /// <summary>The one device in front.</summary>
    public static EndpointTarget Via(IPEndPoint device, string scheme = "https") => Target(device.Port, [], [device.Address], scheme);

    /// <summary>What is seen of all addresses, in the order of targets and addresses.</summary>
    public static async Task<EndpointObservation[]> ObserveAsync(EndpointProbeOptions options, params EndpointTarget[] targets)
    {
        SortedDictionary<int, IReadOnlyList<EndpointObservation>> seen = [];
        await new EndpointProbe(options).RunAsync(targets, (index, observations) => seen.Add(index, observations), CancellationToken.None);
        return [.. seen.Values.SelectMany(o => o)];
    }

    /// <summary>What is seen, and what the shipped rules say of it.</summary>
    public static async Task<EndpointResult[]> JudgeAsync(EndpointProbeOptions options, params EndpointTarget[] targets) =>
        [.. (await ObserveAsync(options, targets)).Select(o => ShippedRules.Patient.Judge(o))];

    /// <summary>As <see cref="JudgeAsync"/>, of the one address of the one target.</summary>
    public static async Task<EndpointResult> OneAsync(EndpointProbeOptions options, EndpointTarget target) => Assert.Single(await JudgeAsync(options, target));

    /// <summary>The one address of a server, with the ordinary options.</summary>
    public static Task<EndpointResult> OneAsync(IPEndPoint server, string scheme = "https") => OneAsync(Options, Direct(server, scheme));

    public static HttpExchange Exchange(this EndpointObservation observation, ExchangePurpose purpose) =>
        observation.Exchanges.Single(e => e.Purpose == purpose);

    public static HttpExchange Exchange(this EndpointResult result, ExchangePurpose purpose) => result.Observation.Exchange(purpose);

    /// <summary>The finding of a rule, which must be there, once.</summary>
    public static Finding Finding(this EndpointResult result, string id) =>
        result.Findings.Where(f => f.RuleId == id).ToArray() is [{ } one] ? one : throw new Xunit.Sdk.XunitException($"Not one {id}. {result.Tell()}");

    public static bool Has(this EndpointResult result, string id) => result.Findings.Any(f => f.RuleId == id);

    public static EndpointCheck Check(this EndpointResult result, string name) => result.Checks.Single(c => c.Name == name);

    /// <summary>Why a stage was not tested; empty where it was.</summary>
    public static string Reason(this EndpointObservation observation, EndpointStage stage) =>
        observation.NotTested.FirstOrDefault(n => n.Stage == stage)?.Reason ?? "";

    /// <summary>The result's causes: ids of what is above Information.</summary>
    public static string[] Causes(this EndpointResult result) =>
        [.. result.Findings.Where(f => f.Severity > Severity.Information).Select(f => f.RuleId).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>All of a result, for messages of failing tests.</summary>
    public static string Tell(this EndpointResult result) => string.Join('\n',
    [
        result.ToString(), .. result.Checks.Select(c => c.ToString()),
        .. result.Findings.Select(f => $"{f.RuleId} {f.Severity} {f.Confidence}: {f.Message}"), .. result.Observation.NotTested.Select(n => $"{n.Stage} {n.Reason}: {n.Detail}"),
    ]);

    /// <summary>Nothing above Information, no check that is not in order, and the way was walked to its end.</summary>
    public static void AssertHealthy(EndpointResult result)
    {
        Assert.True(result.Outcome == CheckOutcome.Passed && result.StoppedAt is null, result.Tell());
        Assert.True(result.Findings.All(f => f.Severity == Severity.Information), result.Tell());
        Assert.True(result.Checks.All(c => c.Outcome <= CheckOutcome.NotTested), result.Tell());
    }
}
