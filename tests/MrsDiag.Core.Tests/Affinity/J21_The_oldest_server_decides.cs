using MrsDiag.Affinity;
using MrsDiag.Facts;
using Xunit;
using static MrsDiag.Tests.Shared.AffinitySamples;

namespace MrsDiag.Core.Tests.Affinity;

public class J21_The_oldest_server_decides
{
    private static (int? Major, string Source) Version(AffinityObservation o)
    {
        PoolVersion version = new AffinityReading(o).Version;
        return (version.Major, version.Source);
    }

    [Fact]
    public void The_oldest_that_answered_counts()
    {
        AffinityObservation o = Of(InTurn(12, "EX01", "EX02")).Modern("15.2.1544.4").Change(t => t.ExchangeVersion = "15.0.1497.2", t => t.NtlmComputer == "EX02");
        FactItem parent = AffinityFacts.Build(o).Parent;
        Assert.Equal((15.0, "answered", new System.Version(15, 0, 1497, 2)), (parent["versionMajor"], parent["versionSource"], parent["version"]));
    }

    [Fact]
    public void An_older_one_that_is_given_counts() => Assert.Equal((14, "given"), Version(Of(InTurn(12, "EX01", "EX02")).Modern().Given("14.3")));

    [Fact]
    public void An_older_one_that_answered_counts_over_what_is_given() =>
        Assert.Equal((14, "answered"), Version(Of(Times("CAS1", 12)).Change(t => t.ExchangeVersion = "14.3.224.1").Given("15.1")));

    [Fact]
    public void X_FEServer_proves_2013_or_later() => Assert.Equal((15, "answered"), Version(Of(Times("EX01", 12)).Modern("")));

    [Fact]
    public void A_server_without_the_signs_of_its_neighbour_may_be_Exchange_2010() =>
        Assert.Equal((null, "unknown"), Version(Of(InTurn(12, "EX01", "CAS2")).Modern().Change(t => (t.FrontEndServer, t.ExchangeVersion) = ("", ""), t => t.NtlmComputer == "CAS2")));

    [Fact]
    public void Without_any_sign_the_version_is_not_known() => Assert.Equal((null, "unknown"), Version(OneServer()));

    [Theory]
    [InlineData("14.3", 14)]
    [InlineData("Version 14.3 (Build 123.4)", 14)]
    [InlineData("15.1.2507.6", 15)]
    [InlineData("14", 14)]
    [InlineData("15", 15)]
    [InlineData("Exchange 2010", 14)]
    [InlineData("2016", 15)]
    [InlineData("2007", 8)]
    [InlineData("Exchange SE", 15)]
    [InlineData("", null)]
    [InlineData("new", null)]
    [InlineData("3", null)]
    public void A_version_is_read_as_people_write_it(string text, int? major) => Assert.Equal(major, PoolVersion.Given(text).Major);
}
