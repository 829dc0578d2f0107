using System.Collections;
using System.Management.Automation;
using MrsDiag.Commands;
using MrsDiag.Completion;
using MrsDiag.Facts;
using MrsDiag.Pipeline;
using MrsDiag.Rules;

namespace MrsDiag.RuleBase;

/// <summary>A cmdlet whose findings come from rules: which packs, which thresholds, and what of it is shown.</summary>
public abstract class RuleCommand : MrsDiagCommand
{
    private protected RuleCommand()
    {
    }

    /// <summary>Rule packs and overlays of your own beside those of the module: files, folders of *.yml and *.yaml, wildcards.</summary>
    /// <remarks>A pack with an error is left out whole and told as an error; the other packs go on. about_MrsDiag_RulePack describes packs.</remarks>
    /// <value>The packs of the module</value>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] RulePath { get; set; } = [];

    /// <summary>Ids or names of the rules whose findings are shown, for example MRS3001, affinity-lost or MRS70*.</summary>
    /// <remarks>All rules are judged all the same, so that CausedBy and Outcome are not changed by what is shown.</remarks>
    /// <value>All rules</value>
    [Parameter]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] RuleId { get; set; } = [];

    /// <summary>Ids or names of the rules whose findings are not shown. Wins over -RuleId.</summary>
    /// <remarks>To silence a rule for good, put it into an overlay: see about_MrsDiag_RulePack.</remarks>
    /// <value>No rule</value>
    [Parameter]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] ExcludeRule { get; set; } = [];

    /// <summary>The lowest severity of findings to show: Information, Warning or Error.</summary>
    /// <remarks>
    /// What is normal, the line that says that nothing needs action, and the list of rules that could not be judged are Information. With
    /// Warning, a mailbox about which nothing is written needs no action, as far as its report could be judged; an endpoint keeps its result.
    /// </remarks>
    [Parameter]
    public Severity Severity { get; set; }

    /// <summary>How many observations the Evidence of a finding holds at most; 0 for none. Count is not changed by it.</summary>
    /// <value>What each rule says, mostly 5</value>
    [Parameter]
    [ValidateRange(0, 1000)]
    public int EvidenceCount { get; set; }

    /// <summary>Thresholds of rules for this run, for example <c>@{ 'MRS3001.window' = '30m' }</c>.</summary>
    /// <remarks>
    /// The names are those that Get-MrsDiagRule shows under Settings. A duration is written as 90s, 45m, 2h or 1d, or given as a time span; a
    /// list is separated by commas. These values win over those of overlays. A name or value that no rule takes ends the command.
    /// </remarks>
    /// <value>The values of the rules and overlays</value>
    [Parameter]
    [ValidateNotNull]
    public IDictionary Setting { get; set; } = new Hashtable();

    /// <summary>Which findings are to be shown.</summary>
    private protected FindingFilter Filter => new() { Include = RuleId, Exclude = ExcludeRule, MinimumSeverity = Severity };

    /// <summary>Loads the packs and compiles their rules. What is wrong with packs has been told; a wrong setting ends the command.</summary>
    /// <returns>The rules, ready to judge.</returns>
    private protected RuleEngine LoadRules()
    {
        RulePackLoad load = new RuleLoader(this).Load(RulePath);
        try
        {
            return new RuleEngine(load.Packs, FactCatalogs.Default, new RuleEngineOptions
            {
                Overlays = load.Overlays,
                EvidenceCount = MyInvocation.BoundParameters.ContainsKey(nameof(EvidenceCount)) ? EvidenceCount : null,
                Settings = SettingText.Of(Setting),
            });
        }
        catch (RuleSettingException e)
        {
            ThrowTerminatingError(Errors.SettingInvalid(e, Setting));
            throw;
        }
    }
}
