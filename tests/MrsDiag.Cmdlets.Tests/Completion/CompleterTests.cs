using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Completion;
using MrsDiag.RuleBase;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Completion;

public sealed class CompleterTests
{
    [EngineFact]
    public void Every_shipped_rule_is_offered_with_its_title()
    {
        IReadOnlyList<Rule> rules = RulePackProvider.Shipped.Packs.SelectMany(p => p.Rules).ToArray();
        Assert.NotEmpty(rules);
        Assert.Equal(
            rules.Select(r => (r.Id, r.Title)).Order(),
            Offers(new RuleIdCompleter(), "").Select(o => (o.CompletionText, o.ToolTip)).Order());
    }

    [EngineFact]
    public void A_rule_is_found_by_its_name_too()
    {
        Rule rule = RulePackProvider.Shipped.Packs[0].Rules[0];
        Assert.Contains(Offers(new RuleIdCompleter(), rule.Name), o => o.CompletionText == rule.Id);
    }

    [EngineFact]
    public void Every_shipped_pack_is_offered() =>
        Assert.Equal(RulePackProvider.Shipped.Packs.Select(p => p.Name).Order(), Offers(new RulePackCompleter(), "").Select(o => o.CompletionText));

    private static CompletionResult[] Offers(NameCompleter completer, string word) =>
        completer.CompleteArgument("Get-MrsDiagRule", "RuleId", word, null!, new Hashtable()).ToArray();
}
