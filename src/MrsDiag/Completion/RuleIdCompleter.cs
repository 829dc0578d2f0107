using System.Collections.Generic;
using System.Linq;
using MrsDiag.RuleBase;

namespace MrsDiag.Completion;

/// <summary>Completes rule ids, also from a rule's name; the tooltip is the rule's title.</summary>
public sealed class RuleIdCompleter : NameCompleter
{
    private protected override IEnumerable<(string Text, string OtherName, string ToolTip)> Candidates() =>
        RulePackProvider.Shipped.Packs.SelectMany(p => p.Rules).Select(r => (r.Id, r.Name, r.Title));
}
