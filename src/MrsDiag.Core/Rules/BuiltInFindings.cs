using System.Collections.Generic;
using System.Linq;
using MrsDiag.Rules.Evaluation;

namespace MrsDiag.Rules;

/// <summary>Findings about the input and the judging itself, which no pack can state. Their ids are MRS0xxx.</summary>
public static class BuiltInFindings
{
    /// <summary>Name of the pack that these findings carry.</summary>
    public const string Pack = "built-in";

    /// <summary>Id of <see cref="RulesNotEvaluated"/>.</summary>
    public const string RulesNotEvaluatedId = "MRS0001";

    /// <summary>Id of the line that says what was looked at and that nothing needs action.</summary>
    public const string NothingNeedsActionId = "MRS0002";

    /// <summary>Id of <see cref="FailedWithoutReason"/>.</summary>
    public const string FailedWithoutReasonId = "MRS0003";

    /// <summary>A request that has failed although nothing that was judged explains it.</summary>
    /// <param name="message">What was looked at.</param>
    /// <returns>The finding, a Warning.</returns>
    public static Finding FailedWithoutReason(string message)
    {
        Finding finding = Create(FailedWithoutReasonId, "failed-without-reason", "The request has failed, and the input does not say why", message, Severity.Warning);
        finding.Owner = FindingOwner.ExchangeOnline;
        finding.Remediation =
        [
            new Remedy { Text = "Judge the whole report: without -Since, and without leaving rules out.", RunIn = RunIn.MrsDiag, Owner = FindingOwner.ExchangeOnline },
            new Remedy
            {
                Text = "Where the request lives (Exchange Online PowerShell for a hybrid move), get the report again with -IncludeReport -DiagnosticInfo Verbose.",
                RunIn = RunIn.ExchangeOnline,
                Owner = FindingOwner.ExchangeOnline,
            },
        ];
        return finding;
    }

    /// <summary>Id of <see cref="InputDamaged"/>.</summary>
    public const string InputDamagedId = "MRS0004";

    /// <summary>What of an input was lost in reading it.</summary>
    /// <param name="message">What was lost and where.</param>
    /// <returns>The finding, a Warning: the judgement rests on less than was recorded.</returns>
    public static Finding InputDamaged(string message) =>
        Create(InputDamagedId, "input-damaged", "A part of the input could not be read", message, Severity.Warning);

    /// <summary>Id of <see cref="EndpointWithoutReason"/>.</summary>
    public const string EndpointWithoutReasonId = "MRS0005";

    /// <summary>An endpoint with a check that is not in order although no rule explains it.</summary>
    /// <param name="message">What was looked at, and which check it is.</param>
    /// <param name="severity">Error where a check failed, else Warning.</param>
    /// <returns>The finding.</returns>
    public static Finding EndpointWithoutReason(string message, Severity severity)
    {
        Finding finding = Create(EndpointWithoutReasonId, "endpoint-without-reason", "The endpoint is not in order, and no rule says why", message, severity);
        finding.Owner = FindingOwner.OnPremises;
        finding.Remediation =
        [
            new Remedy
            {
                Text = "Read the check that is named and the Observation of the result; save it with Export-Clixml so that it can be judged again.",
                RunIn = RunIn.MrsDiag,
                Owner = FindingOwner.OnPremises,
            },
        ];
        return finding;
    }

    /// <summary>A finding of the built-in pack, Information unless said otherwise.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">Kebab-case name.</param>
    /// <param name="title">The statement.</param>
    /// <param name="message">The explanation.</param>
    /// <param name="severity">How much it matters.</param>
    /// <returns>The finding, without a subject.</returns>
    public static Finding Create(string id, string name, string title, string message, Severity severity = Severity.Information) => new()
    {
        RuleId = id,
        Name = name,
        Title = title,
        Message = message,
        Severity = severity,
        Confidence = Confidence.High,
        Role = FindingRole.Normal,
        Count = 1,
        RulePack = Pack,
        RulePackVersion = "1",
    };

    /// <summary>One finding for all rules that could not tell, so that silence never means "did not look".</summary>
    /// <param name="rules">The rules with their reasons.</param>
    /// <returns>The finding.</returns>
    internal static Finding RulesNotEvaluated(IReadOnlyList<NotEvaluated> rules)
    {
        IEnumerable<string> parts = rules.Select(r => r.TimedOut
            ? $"{r.Rule.Id} {r.Rule.Name} (a pattern took longer than its time limit)"
            : $"{r.Rule.Id} {r.Rule.Name} (not in the input: {string.Join(", ", r.Fields)})");
        Finding finding = Create(RulesNotEvaluatedId, "rules-not-evaluated", "Some rules could not be judged on this input",
            "Could not be judged: " + string.Join("; ", parts) + ".");
        finding.Count = rules.Count;
        return finding;
    }
}
