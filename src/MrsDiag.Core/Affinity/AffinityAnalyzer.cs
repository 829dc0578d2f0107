using System;
using System.Threading;
using MrsDiag.Rules;

namespace MrsDiag.Affinity;

/// <summary>Judges what an affinity test saw, now or from a saved observation.</summary>
/// <param name="engine">The compiled rules.</param>
public sealed class AffinityAnalyzer(RuleEngine engine)
{
    /// <summary>Judges one observation.</summary>
    /// <param name="observation">What was seen.</param>
    /// <param name="cancellationToken">Stops between rules.</param>
    /// <returns>The answer.</returns>
    public AffinityResult Judge(AffinityObservation observation, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException(engine.ToString());
}
