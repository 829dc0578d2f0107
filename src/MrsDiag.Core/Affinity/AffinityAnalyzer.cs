using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MrsDiag.Rules;

namespace MrsDiag.Affinity;

/// <summary>Judges what an affinity test saw, now or from a saved observation. The cmdlet and the console program both call it.</summary>
/// <param name="engine">The compiled rules.</param>
public sealed class AffinityAnalyzer(RuleEngine engine)
{
    /// <summary>Judges one observation.</summary>
    /// <param name="observation">What was seen.</param>
    /// <param name="cancellationToken">Stops between rules.</param>
    /// <returns>The answer: verdict, servers, findings (never none), outcome.</returns>
    public AffinityResult Judge(AffinityObservation observation, CancellationToken cancellationToken = default)
    {
        AffinityReading reading = new(observation);
        List<Finding> findings = [.. engine.Evaluate(AffinityFacts.Build(reading), cancellationToken).OrderByDescending(f => f.Severity).ThenBy(f => f.Role)];
        if (AffinityHealthLine.Of(reading, findings) is { } line)
            findings.Add(line);
        return new AffinityResult
        {
            Outcome = AffinityAnswer.Outcome(reading, findings),
            Verdict = reading.Verdict,
            Uri = observation.Uri,
            HostName = observation.Host,
            Message = AffinityAnswer.Message(reading),
            Servers = AffinityServers.Of(reading),
            Requests = observation.SentRequests,
            Findings = [.. findings],
            StartedAt = observation.StartedAt,
            Duration = observation.Duration,
            Observation = observation,
        };
    }
}
