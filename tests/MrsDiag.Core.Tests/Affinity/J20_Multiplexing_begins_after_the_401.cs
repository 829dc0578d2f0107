using System.Linq;
using MrsDiag.Affinity;
using MrsDiag.Facts;
using Xunit;
using static MrsDiag.Tests.Shared.AffinitySamples;

namespace MrsDiag.Core.Tests.Affinity;

public class J20_Multiplexing_begins_after_the_401
{
    [Fact]
    public void A_server_that_changes_after_the_challenge_is_multiplexing()
    {
        AffinityObservation o = Of(InTurn(12, "EX01", "EX02")).Modern().OnOneConnection("EX01", "EX02", "EX01");
        AffinityReading reading = new(o);
        Assert.Equal(AffinityVerdict.ConnectionMultiplexed, reading.Verdict);
        Assert.Equal(("EX01", "EX02", 2), (reading.Multiplexing.From, reading.Multiplexing.To, reading.Multiplexing.AfterChallenge.Count));
        FactSet facts = AffinityFacts.Build(o);
        Assert.Equal(2, facts.Items("trials").Count(t => t["changedAfterChallenge"] is true));
    }

    [Fact]
    public void A_change_before_the_challenge_is_legal()
    {
        AffinityObservation o = Of(InTurn(12, "EX01", "EX02")).OnOneConnection("EX01", "EX02", "EX02");
        o.Trials[o.Trials.Length - 2].AfterChallenge = false;
        AffinityReading reading = new(o);
        Assert.Equal((AffinityVerdict.NoAffinity, true), (reading.Verdict, reading.Multiplexing.BeforeChallenge));
    }

    [Fact]
    public void A_change_somewhere_before_the_challenge_is_not_taken_for_one_after_it()
    {
        // Request 1 is no 401; request 2, which names nobody, is the 401; request 3 comes after it. The change may lie between 1 and 2.
        AffinityObservation o = Of(InTurn(12, "", "")).OnOneConnection("", "", "").Change(t => t.FrontEndServer = "EX01", t => t.RequestOnConnection == 1 && t.Number % 2 == 1)
            .Change(t => t.FrontEndServer = "EX02", t => t.RequestOnConnection == 3);
        AffinityTrial[] one = [.. o.Trials.Where(t => t.Variant == AffinityVariant.OneConnection)];
        one[0].Status = 200;
        one[1].AfterChallenge = false;
        Assert.Empty(new AffinityReading(o).Multiplexing.AfterChallenge);
    }

    [Fact]
    public void A_nameless_answer_in_between_hides_nothing() =>
        Assert.Equal(AffinityVerdict.ConnectionMultiplexed, new AffinityReading(Of(Times("EX01", 12)).OnOneConnection("EX01", "", "EX02")).Verdict);

    [Fact]
    public void One_server_on_the_connection_is_none() =>
        Assert.Equal(AffinityVerdict.NoAffinity, new AffinityReading(Of(InTurn(12, "EX01", "EX02")).OnOneConnection("EX01", "", "EX01", "EX01")).Verdict);

    [Fact]
    public void Several_connections_on_several_servers_are_none() =>
        Assert.Equal(AffinityVerdict.NoAffinity, new AffinityReading(Of(InTurn(12, "EX01", "EX02")).OnOneConnection("EX01", "EX01").OnOneConnection("EX02", "EX02")).Verdict);

    [Fact]
    public void Healthcheck_on_another_path_is_no_sign_of_it()
    {
        AffinityObservation o = Of(Times("", 12)).OnOneConnection("", "", "").Change(t => t.HealthServer = t.Number % 2 == 0 ? "EX01" : "EX02");
        Assert.Equal(AffinityVerdict.NoAffinity, new AffinityReading(o).Verdict);
    }

    [Fact]
    public void A_later_request_of_a_connection_is_no_new_connection()
    {
        AffinityReading reading = new(Of(Times("EX01", 12)).OnOneConnection("EX01", "EX02", "EX02"));
        Assert.Equal((13, AffinityVerdict.ConnectionMultiplexed), (reading.Own.Count, reading.Verdict));
        Assert.Equal(["EX01"], reading.Servers);
    }
}
