using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.RulePacks.Schema;

/// <summary>A word of the format and the value it stands for.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Text">The word.</param>
/// <param name="Value">The value.</param>
/// <param name="Description">What it means.</param>
internal sealed record Word<T>(string Text, T Value, string Description);

/// <summary>The lists of words, each with its values: one list for binder, schema and help.</summary>
internal static class WordLists
{
    public static readonly IReadOnlyList<Word<Rules.RuleStatus>> Status =
    [
        new("experimental", Rules.RuleStatus.Experimental, "An idea; may change, tests are optional."),
        new("test", Rules.RuleStatus.Test, "Being watched on real input."),
        new("stable", Rules.RuleStatus.Stable, "Relied upon."),
        new("deprecated", Rules.RuleStatus.Deprecated, "Kept for its id; does not run."),
    ];

    public static readonly IReadOnlyList<Word<Severity>> Severities =
    [
        new("information", Severity.Information, "Worth knowing; nothing has to be done."),
        new("warning", Severity.Warning, "Slows or endangers the migration, or needs a look."),
        new("error", Severity.Error, "Stops or breaks the migration until somebody acts."),
    ];

    public static readonly IReadOnlyList<Word<Confidence>> Confidences =
    [
        new("low", Confidence.Low, "One candidate among several."),
        new("medium", Confidence.Medium, "The likely reading; something that would settle it is missing."),
        new("high", Confidence.High, "The evidence leaves no other usual reading."),
    ];

    public static readonly IReadOnlyList<Word<FindingRole>> Roles =
    [
        new("cause", FindingRole.Cause, "Makes other things fail."),
        new("symptom", FindingRole.Symptom, "Follows from a cause, which findings name where it is known."),
        new("normal", FindingRole.Normal, "Looks alarming and is the product's normal behaviour."),
    ];

    public static readonly IReadOnlyList<Word<FindingOwner>> Owners =
    [
        new("nobody", FindingOwner.Nobody, "Nobody in particular, or not known."),
        new("onPremises", FindingOwner.OnPremises, "The administrator of the on-premises organization."),
        new("exchangeOnline", FindingOwner.ExchangeOnline, "Exchange Online: wait, or act in Exchange Online PowerShell."),
        new("network", FindingOwner.Network, "Whoever runs load balancer, firewall, proxy or DNS."),
        new("directory", FindingOwner.Directory, "Whoever runs Active Directory and its synchronisation."),
    ];

    public static readonly IReadOnlyList<Word<RunIn>> Places =
    [
        new("onPremises", RunIn.OnPremises, "Exchange Management Shell or the server itself."),
        new("exchangeOnline", RunIn.ExchangeOnline, "Exchange Online PowerShell."),
        new("loadBalancer", RunIn.LoadBalancer, "The load balancer or reverse proxy."),
        new("firewall", RunIn.Firewall, "The firewall or intrusion prevention system."),
        new("mrsDiag", RunIn.MrsDiag, "The shell in which this module runs."),
    ];

    /// <summary>The shape of a list of words.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="name">The shape in words.</param>
    /// <param name="words">The words.</param>
    /// <returns>The shape.</returns>
    public static WordShape Shape<T>(string name, IReadOnlyList<Word<T>> words) => new(name, words.Select(w => (w.Text, w.Description)).ToArray());

    /// <summary>The value of a word.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="words">The words.</param>
    /// <param name="text">The word as written.</param>
    /// <returns>The value; <see langword="null"/> for no or another word, which was reported by shape.</returns>
    public static T? Value<T>(IReadOnlyList<Word<T>> words, string? text)
        where T : struct =>
        words.Where(w => string.Equals(w.Text, text, StringComparison.Ordinal)).Select(w => (T?)w.Value).FirstOrDefault();
}
