using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Completion;
using MrsDiag.Pipeline;
using MrsDiag.RuleBase;
using MrsDiag.Rules;
using MrsDiag.Text;

namespace MrsDiag.Commands;

/// <summary>Lists the rules that findings come from.</summary>
[Cmdlet(VerbsCommon.Get, "MrsDiagRule")]
[OutputType(typeof(RuleInfo))]
public sealed class GetMrsDiagRuleCommand : MrsDiagCommand
{
    private readonly HashSet<string> _written = [];
    private IReadOnlyList<RuleInfo> _rules = [];

    /// <summary>Ids or names of the rules to list, for example MRS3001, affinity-lost or MRS70*.</summary>
    /// <remarks>An id or name without wildcards that no pack has is an error. Findings may be piped in: each rule is listed once.</remarks>
    /// <value>All rules</value>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] RuleId { get; set; } = [];

    /// <summary>Names of the packs whose rules are listed, for example mrs-call.</summary>
    /// <value>All packs</value>
    [Parameter]
    [ArgumentCompleter(typeof(RulePackCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Pack { get; set; } = [];

    /// <summary>The lowest severity to list: Information, Warning or Error. A case of a rule may state another severity than the rule itself.</summary>
    [Parameter]
    public Severity Severity { get; set; }

    /// <summary>Rule packs and overlays of your own beside those of the module: files, folders of *.yml and *.yaml, wildcards.</summary>
    /// <remarks>With an overlay the list shows the severities and thresholds that it sets, and rules that it switches off as not enabled.</remarks>
    /// <value>The packs of the module</value>
    [Parameter]
    [Alias("Path")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] RulePath { get; set; } = [];

    private protected override void Begin()
    {
        RulePackLoad load = new RuleLoader(this).Load(RulePath);
        _rules = RuleListing.List(load);
    }

    private protected override void Process()
    {
        foreach (string id in RuleId.Where(IsMissing))
            WriteError(Errors.RuleNotFound(id));
        foreach (RuleInfo rule in _rules.Where(r => IsWanted(RuleId, r.Id, r.Name) && IsWanted(Pack, r.Pack) && r.Severity >= Severity))
            if (_written.Add(rule.Id))
                WriteObject(rule);
    }

    // A name without wildcards is a claim that the rule is there; a pattern is a question.
    private bool IsMissing(string id) => !Wildcard.IsPattern(id) && !_rules.Any(r => IsWanted([id], r.Id, r.Name));

    private static bool IsWanted(string[] patterns, params string[] names) =>
        patterns.Length == 0 || names.Any(n => patterns.Any(p => Wildcard.IsMatch(p, n)));
}
