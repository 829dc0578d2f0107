using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints;

/// <summary>One run: probes what has to be probed, judges it, and hands out results. The cmdlet and the console program both use it.</summary>
/// <param name="probe">Looks.</param>
/// <param name="analyzer">Judges.</param>
public sealed class EndpointSession(EndpointProbe probe, EndpointAnalyzer analyzer)
{
    /// <summary>Probes and judges all inputs.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="ordered">Whether results come in input order; otherwise as they are done.</param>
    /// <param name="give">Takes one result; called from one thread at a time.</param>
    /// <param name="cancellationToken">Ends all sockets at once.</param>
    /// <returns>A task that ends when all results are given.</returns>
    public async Task RunAsync(EndpointInputs inputs, bool ordered, Action<EndpointResult> give, CancellationToken cancellationToken)
    {
        foreach (EndpointObservation saved in inputs.Observations)
            give(analyzer.Judge(saved, cancellationToken));
        IReadOnlyList<EndpointTarget> targets = inputs.Targets;
        SortedDictionary<int, IReadOnlyList<EndpointObservation>> waiting = [];
        int next = 0;
        if (targets.Count > 0)
            await probe.RunAsync(targets, Take, cancellationToken).ConfigureAwait(false);

        void Take(int index, IReadOnlyList<EndpointObservation> observations)
        {
            if (!ordered)
            {
                Judge(observations);
                return;
            }
            waiting.Add(index, observations);
            while (waiting.TryGetValue(next, out IReadOnlyList<EndpointObservation>? ready))
            {
                waiting.Remove(next++);
                Judge(ready);
            }
        }

        void Judge(IReadOnlyList<EndpointObservation> observations)
        {
            foreach (EndpointObservation observation in observations)
                give(analyzer.Judge(observation, cancellationToken));
        }
    }
}
