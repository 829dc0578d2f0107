using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MrsDiag.Configuration;
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
    public EndpointResult Judge(EndpointObservation observation, CancellationToken cancellationToken = default)
    {
        EndpointReading reading = new(observation);
        EndpointCheck[] checks = EndpointChecks.Of(reading);
        List<Finding> findings = [.. engine.Evaluate(EndpointFacts.Build(reading), cancellationToken)];
        // The directory belongs to one server, so it is told once, not for each address of the name.
        if (observation.Configuration is { } directory && (observation.IsFirst || observation.Route == EndpointRoute.Direct))
            findings.AddRange(engine.Evaluate(ConfigurationFacts.Build(directory), cancellationToken));
        findings = [.. findings.OrderByDescending(f => f.Severity).ThenBy(f => f.Role)];
        if (EndpointHealthLine.Of(reading, checks, findings) is { } line)
            findings.Add(line);
        CheckOutcome outcome = EndpointAnswer.Outcome(checks, findings);
        return new EndpointResult
        {
            Outcome = outcome,
            Uri = observation.Uri,
            HostName = observation.Host,
            Address = observation.Address,
            Route = observation.Route,
            Server = reading.Server,
            Vantage = observation.Vantage,
            StoppedAt = EndpointAnswer.StoppedAt(reading, checks),
            Message = EndpointAnswer.Message(reading, outcome, checks, findings),
            Checks = checks,
            Findings = [.. findings],
            StartedAt = observation.StartedAt,
            Duration = observation.Duration,
            Observation = observation,
        };
    }
}
