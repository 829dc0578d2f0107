using System.Collections.Generic;
using System.Linq;
using MrsDiag.Affinity;

namespace MrsDiag.Completion;

/// <summary>Completes versions of Exchange Server; the tooltip is the beginning of their builds.</summary>
public sealed class ServerVersionCompleter : NameCompleter
{
    private protected override IEnumerable<(string Text, string OtherName, string ToolTip)> Candidates() =>
        ExchangeVersionText.Names.Select(name => (name, name, $"Exchange {name}: builds {ExchangeVersionText.Read(name)} and later"));
}
