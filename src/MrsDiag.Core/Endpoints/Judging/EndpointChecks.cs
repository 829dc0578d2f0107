using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Endpoints;

/// <summary>Everything that a probe looked at, in order of the stages, one line each. What was not looked at says why.</summary>
public static class EndpointChecks
{
    /// <summary>The checks of one observation.</summary>
    /// <param name="observation">What was seen.</param>
    /// <returns>At least one for each stage.</returns>
    public static EndpointCheck[] Of(EndpointObservation observation) => Of(new EndpointReading(observation));

    /// <summary>The checks of an observation that was read already.</summary>
    internal static EndpointCheck[] Of(EndpointReading reading)
    {
        EndpointCheck[] onWire = [.. NetworkChecks.Of(reading), .. TlsChecks.Of(reading), .. HttpChecks.Of(reading), .. IdentityChecks.Of(reading)];
        // Nobody but Exchange Online can reach an agent's name, so nothing that fails here means anything (J5).
        if (reading.Observation.IsHybridAgent)
            foreach (EndpointCheck check in onWire.Where(c => c.Outcome > CheckOutcome.NotTested))
                check.Outcome = CheckOutcome.NotTested;
        return [.. AutodiscoverChecks(reading), .. onWire, .. ConfigurationChecks(reading)];
    }

    /// <summary>Makes a check.</summary>
    internal static EndpointCheck Make(EndpointStage stage, string name, CheckOutcome outcome, string detail, TimeSpan? duration = null) =>
        new() { Stage = stage, Name = name, Outcome = outcome, Detail = detail, Duration = duration };

    /// <summary>Makes a check that was not made: the note of the probe tells why, else the given reason.</summary>
    internal static EndpointCheck NotTested(EndpointReading reading, EndpointStage stage, string name, string otherwise) =>
        Make(stage, name, CheckOutcome.NotTested, reading.Note(stage)?.Detail is { Length: > 0 } why ? why : otherwise);

    private static IEnumerable<EndpointCheck> AutodiscoverChecks(EndpointReading reading)
    {
        AutodiscoverStep[] steps = reading.Observation.Autodiscover;
        if (steps.Length == 0)
            yield return NotTested(reading, EndpointStage.Autodiscover, "Autodiscover", "not needed: the endpoint was named");
        AutodiscoverStep? found = steps.FirstOrDefault(s => s.LeadsTo.Length > 0);
        foreach (AutodiscoverStep step in steps)
        {
            // A step that leads nowhere is ordinary as long as another one leads somewhere.
            CheckOutcome outcome = step.LeadsTo.Length > 0 ? CheckOutcome.Passed : found is not null ? CheckOutcome.NotTested : CheckOutcome.Failed;
            string leads = step.LeadsTo.Length > 0 && !AnswerSigns.Has(step.Detail, step.LeadsTo) ? $"leads to {step.LeadsTo}; " : "";
            string detail = step.Detail.Length > 0 ? step.Detail : step.Status is { } status ? $"answered {status}" : Words.Ended(step.End);
            yield return Make(EndpointStage.Autodiscover, step.Target, outcome, leads + detail, step.Duration);
        }
    }

    private static IEnumerable<EndpointCheck> ConfigurationChecks(EndpointReading reading)
    {
        const string name = "Virtual directory";
        if (reading.Observation.Configuration is not { } directory)
            return [NotTested(reading, EndpointStage.Configuration, name, "no virtual directory was given; pipe Get-WebServicesVirtualDirectory to compare it")];
        List<string> parts = [State("MRSProxyEnabled", directory.MrsProxyEnabled)];
        if (directory.AdPropertiesOnly)
            parts.Add("authentication not known, since it was read with -ADPropertiesOnly");
        else
        {
            parts.Add(State("Windows authentication", directory.WindowsAuthentication));
            parts.Add(State("Basic", directory.BasicAuthentication));
            if (directory.ExtendedProtection.Length > 0)
                parts.Add("Extended Protection " + directory.ExtendedProtection);
        }
        bool warn = directory.MrsProxyEnabled == false || (directory.WindowsAuthentication == false && !directory.AdPropertiesOnly);
        CheckOutcome outcome = warn ? CheckOutcome.Warning : directory.MrsProxyEnabled is null ? CheckOutcome.NotTested : CheckOutcome.Passed;
        return [Make(EndpointStage.Configuration, name, outcome, string.Join(", ", parts))];
    }

    private static string State(string name, bool? value) => name + (value is { } known ? known ? " on" : " off" : " not known");
}
