using System.Linq;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

public class ReaderTests
{
    [Fact]
    public void A_pack_without_fault_is_read_without_a_word()
    {
        RulePackLoad load = Load.Text(GoodPacks.Full, GoodPacks.AllMeasures, GoodPacks.Overlay);

        Assert.Equal("", Load.Render(load.Diagnostics));
        Assert.Equal(["test-pack", "measures"], load.Packs.Select(p => p.Name));
        Assert.Single(load.Overlays);
    }
}
