using System;
using System.Threading;
using MrsDiag.Rules;

namespace MrsDiag.Endpoints;

/// <summary>Judges what a probe saw, now or from a saved observation. The cmdlet and the console program both call it.</summary>
/// <param name="engine">The compiled rules.</param>
public sealed class EndpointAnalyzer(RuleEngine engine)
{
    /// <summary>Judges one observation.</summary>
    /// <param name="observation">What was seen.</param>
    /// <param name="cancellationToken">Stops between rules.</param>
    /// <returns>The answer: checks, findings (never none), outcome.</returns>
    public EndpointResult Judge(EndpointObservation observation, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException(engine.ToString());
}
