using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Affinity;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;
using Xunit;

namespace MrsDiag.Integration.Tests.AffinityTests.Support;

/// <summary>Runs the test of affinity against balancers of the bench, and reads what it saw.</summary>
internal static class Affinity
{
    public const string Host = "mail.contoso.com";

    /// <summary>How often each balancer is tested: MRSDIAG_AFFINITY_RUNS, three times without it.</summary>
    public static int Runs { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("MRSDIAG_AFFINITY_RUNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int runs) ? runs : 3;

    public static AffinityProbeOptions Options { get; } = new()
    {
        Pause = TimeSpan.FromMilliseconds(100),
        Probe = new EndpointProbeOptions { StageTimeout = TimeSpan.FromSeconds(20), DnsServers = [new IPEndPoint(IPAddress.Loopback, 9)] },
    };

    public static async Task<AffinityObservation> RunAsync(IPEndPoint balancer, AffinityProbeOptions? options = null, string scheme = "http", string host = Host, params IPAddress[] others)
    {
        AffinityProbe probe = new(options ?? Options)
        {
            Seams = new EndpointSeams { Resolve = _ => Task.FromResult<IPAddress[]>([balancer.Address, .. others]) },
        };
        EndpointTarget target = new(new Uri(string.Create(CultureInfo.InvariantCulture, $"{scheme}://{host}:{balancer.Port}{EndpointTarget.DefaultPath}")));
        AffinityObservation seen = await probe.RunAsync(target, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(3));
        Assert.Equal("", seen.StoppedEarly);
        Assert.InRange(seen.SentRequests, 1, seen.PlannedRequests);
        return seen;
    }

    /// <summary>The servers of a variant, in the order in which they answered; those that told no name are left out.</summary>
    public static string[] Sequence(this AffinityObservation seen, AffinityVariant variant) =>
        [.. seen.Trials.Where(trial => trial.Variant == variant).Select(Name).Where(name => name.Length > 0)];

    /// <summary>The different servers of a variant, sorted.</summary>
    public static string[] Servers(this AffinityObservation seen, AffinityVariant variant) =>
        [.. seen.Sequence(variant).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The different servers of all variants, sorted.</summary>
    public static string[] AllServers(this AffinityObservation seen) =>
        [.. seen.Trials.Select(Name).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether a server other than the first answered on a connection after its 401.</summary>
    public static bool ChangesInsideConnection(this AffinityObservation seen) => seen.Trials.GroupBy(trial => trial.Connection)
        .Any(requests => requests.Where(trial => trial.AfterChallenge).Select(Name).Any(name => name.Length > 0 && name != Name(requests.First())));

    /// <summary>One line a variant, for failure messages.</summary>
    public static string Describe(this AffinityObservation seen) => string.Join('\n', seen.Trials.GroupBy(trial => trial.Variant)
        .Select(trials => $"{trials.Key}: {string.Join(' ', trials.Select(trial => $"{Name(trial)}/{trial.Status}{(trial.AfterChallenge ? "+" : "")}{trial.Error}"))}"));

    private static string Name(AffinityTrial trial) => trial.NtlmComputer.Length > 0 ? trial.NtlmComputer : trial.FrontEndServer;
}
