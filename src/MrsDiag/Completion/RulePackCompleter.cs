using System.Collections.Generic;
using System.Linq;
using MrsDiag.RuleBase;

namespace MrsDiag.Completion;

/// <summary>Completes names of rule packs; the tooltip is the pack's description.</summary>
public sealed class RulePackCompleter : NameCompleter
{
    private protected override IEnumerable<(string Text, string OtherName, string ToolTip)> Candidates() =>
        RulePackProvider.Shipped.Packs.Select(p => (p.Name, p.Name, p.Description));
}
