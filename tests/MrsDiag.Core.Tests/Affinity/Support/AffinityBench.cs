using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Affinity;
using MrsDiag.Core.Tests.Endpoints.Probing.Support;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;
using Xunit;

namespace MrsDiag.Core.Tests.Affinity.Support;

/// <summary>Runs the test of affinity against listeners of this computer.</summary>
internal static class AffinityBench
{
    public static readonly AffinityProbeOptions Quick = new()
    {
        Pause = TimeSpan.FromMilliseconds(20),
        Probe = ProbeBench.Quick with { StageTimeout = TimeSpan.FromSeconds(10) },
    };

    /// <summary>As little as possible beside what a test asks for.</summary>
    public static readonly AffinityProbeOptions Least = Quick with { Count = 1, HeldConnections = 0, Pause = TimeSpan.Zero };

    public static async Task<AffinityObservation> RunAsync(
        EndpointTarget target, AffinityProbeOptions? options = null, IReadOnlyList<string>? addresses = null, CancellationToken cancellationToken = default)
    {
        AffinityProbe probe = new(options ?? Quick) { Seams = new EndpointSeams { Resolve = ProbeBench.Resolver([.. addresses ?? []]) } };
        Task<AffinityObservation> run = probe.RunAsync(target, cancellationToken);
        Assert.True(await Task.WhenAny(run, Task.Delay(ProbeBench.Patience, CancellationToken.None)) == run, "The test of affinity does not end.");
        return await run;
    }

    public static Task<AffinityObservation> RunAsync(Pool pool, AffinityProbeOptions? options = null, string scheme = "http") =>
        RunAsync(ProbeBench.Target(pool.Port, scheme), options);

    public static AffinityTrial[] Of(this AffinityObservation seen, AffinityVariant variant) => [.. seen.Trials.Where(trial => trial.Variant == variant)];

    public static string[] Names(this AffinityObservation seen, AffinityVariant variant) => [.. seen.Of(variant).Select(trial => trial.NtlmComputer)];
}
