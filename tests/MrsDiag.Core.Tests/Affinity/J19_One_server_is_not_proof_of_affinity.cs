using System;
using System.Linq;
using MrsDiag.Affinity;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using Xunit;
using static MrsDiag.Tests.Shared.AffinitySamples;

namespace MrsDiag.Core.Tests.Affinity;

public class J19_One_server_is_not_proof_of_affinity
{
    private static (AffinityVerdict Verdict, string Reason) Verdict(AffinityObservation o)
    {
        FactItem parent = AffinityFacts.Build(o).Parent;
        AffinityReading reading = new(o);
        Assert.Equal(reading.Verdict.ToString(), (string)parent["verdict"]!, ignoreCase: true);
        return (reading.Verdict, (string)parent["reason"]!);
    }

    [Fact]
    public void One_server_in_all_variants_is_OneServerSeen() =>
        Assert.Equal((AffinityVerdict.OneServerSeen, "none"), Verdict(OneServer()));

    [Fact]
    public void A_second_source_address_that_went_elsewhere_makes_it_SourceAffinity() =>
        Assert.Equal((AffinityVerdict.SourceAffinity, "none"), Verdict(OneServer().With(AffinityVariant.SecondSource, Times("CAS3", 6))));

    [Fact]
    public void A_second_source_address_on_the_same_server_leaves_it_at_OneServerSeen() =>
        Assert.Equal((AffinityVerdict.OneServerSeen, "none"), Verdict(OneServer().With(AffinityVariant.SecondSource, Times("CAS1", 6))));

    [Fact]
    public void A_second_source_address_that_is_shared_out_has_no_affinity() =>
        Assert.Equal((AffinityVerdict.NoAffinity, "none"), Verdict(OneServer().With(AffinityVariant.SecondSource, InTurn(6, "CAS1", "CAS2"))));

    [Fact]
    public void Connections_in_turn_have_no_affinity() =>
        Assert.Equal((AffinityVerdict.NoAffinity, "none"), Verdict(Of(InTurn(12, "CAS1", "CAS2", "CAS3", "CAS4"))));

    [Fact]
    public void Held_connections_on_several_servers_are_least_connections_and_no_affinity()
    {
        AffinityObservation o = Of(Times("CAS1", 12)).With(AffinityVariant.HeldOpen, InTurn(8, "CAS1", "CAS2", "CAS3", "CAS4"));
        Assert.Equal((AffinityVerdict.NoAffinity, "none"), Verdict(o));
        AffinityReading reading = new(o);
        Assert.True(reading.SpreadsOnlyHeld);
        Assert.Equal(
            "12 new connections one after another in 6 s from 198.51.100.4 reached CAS1 only, and 8 held open at the same time reached 4 servers: CAS1 (2), CAS2 (2), CAS3 (2), CAS4 (2)",
            AffinityWords.Seen(reading));
    }

    [Fact]
    public void Held_connections_that_are_two_blocks_in_time_are_no_switch() =>
        Assert.Equal((AffinityVerdict.NoAffinity, "none"), Verdict(Of(Times("CAS1", 12)).With(AffinityVariant.HeldOpen, "CAS1", "CAS1", "CAS1", "CAS1", "CAS2", "CAS2", "CAS2", "CAS2")));

    [Fact]
    public void One_switch_during_a_watch_is_told_apart_from_spreading()
    {
        AffinityObservation o = OneServer().With(AffinityVariant.Watch, [.. Times("CAS1", 10), .. Times("CAS2", 10)]);
        Assert.Equal((AffinityVerdict.Inconclusive, "switchedOnce"), Verdict(o));
        FactItem parent = AffinityFacts.Build(o).Parent;
        Assert.Equal(("CAS1", "CAS2", false), ((string)parent["switchFrom"]!, (string)parent["switchTo"]!, (bool)parent["switchAfterPause"]!));
        Assert.Equal(o.Trials.First(t => t.NtlmComputer == "CAS2").StartedAt, parent["switchAt"]);
    }

    [Fact]
    public void One_switch_after_a_pause_may_be_a_persistence_that_ran_out()
    {
        AffinityObservation o = Of(Times("CAS1", 12)).With(AffinityVariant.AfterPause, Times("CAS2", 3));
        Assert.Equal((AffinityVerdict.Inconclusive, "switchedOnce"), Verdict(o));
        Assert.True(new AffinityReading(o).Switch!.IsAfterPause);
    }

    [Theory]
    [InlineData(10, 1, true)]
    [InlineData(2, 10, false)]
    public void A_switch_in_a_watch_needs_some_connections_before_it(int before, int after, bool isSwitch)
    {
        AffinityObservation o = Empty().With(AffinityVariant.Watch, [.. Times("CAS1", before), .. Times("CAS2", after)]);
        Assert.Equal(isSwitch ? AffinityVerdict.Inconclusive : AffinityVerdict.NoAffinity, new AffinityReading(o).Verdict);
    }

    [Theory]
    [InlineData(4, 8, true)]
    [InlineData(9, 3, false)]
    [InlineData(1, 11, false)]
    public void A_switch_among_plain_connections_needs_enough_of_them_on_both_sides(int before, int after, bool isSwitch) =>
        Assert.Equal(isSwitch ? AffinityVerdict.Inconclusive : AffinityVerdict.NoAffinity, new AffinityReading(Of([.. Times("CAS1", before), .. Times("CAS2", after)])).Verdict);

    [Fact]
    public void A_server_that_comes_back_is_no_single_switch() =>
        Assert.Equal(AffinityVerdict.NoAffinity, new AffinityReading(Empty().With(AffinityVariant.Watch, [.. Times("CAS1", 5), .. Times("CAS2", 5), .. Times("CAS1", 5)])).Verdict);

    [Theory]
    [InlineData(true, AffinityVerdict.NoAffinity)]
    [InlineData(false, AffinityVerdict.Inconclusive)]
    public void A_resumed_session_that_leads_elsewhere_is_no_switch_in_time(bool resumed, AffinityVerdict verdict)
    {
        AffinityReading reading = new(Of(Times("CAS1", 12)).With(AffinityVariant.TlsResumption, Times("CAS2", 6)).Change(t => t.Resumed = resumed, t => t.Variant == AffinityVariant.TlsResumption));
        Assert.Equal((verdict, resumed), (reading.Verdict, reading.ResumptionChanges));
    }

    [Fact]
    public void A_cookie_that_keeps_the_server_is_CookieOnly() =>
        Assert.Equal((AffinityVerdict.CookieOnly, "none"), Verdict(Of(InTurn(12, "CAS1", "CAS2")).WithCookies("SERVERID", Times("CAS1", 6))));

    [Fact]
    public void A_cookie_that_keeps_nothing_is_no_affinity() =>
        Assert.Equal((AffinityVerdict.NoAffinity, "none"), Verdict(Of(InTurn(12, "CAS1", "CAS2")).WithCookies("SERVERID", InTurn(6, "CAS1", "CAS2"))));

    [Theory]
    [InlineData(3, AffinityVerdict.NoAffinity)]
    [InlineData(6, AffinityVerdict.CookieOnly)]
    public void A_cookie_of_Exchange_itself_needs_more_connections(int count, AffinityVerdict verdict) =>
        Assert.Equal(verdict, new AffinityReading(Of(InTurn(12, "EX01", "EX02")).WithCookies("X-BackEndCookie", Times("EX01", count))).Verdict);

    [Fact]
    public void Cookies_say_nothing_where_one_server_answers_anyhow() =>
        Assert.Equal(AffinityVerdict.OneServerSeen, new AffinityReading(Of(Times("CAS1", 12)).WithCookies("SERVERID", Times("CAS2", 6))).Verdict);

    [Fact]
    public void Two_named_answers_are_too_few() =>
        Assert.Equal((AffinityVerdict.Inconclusive, "tooFew"), Verdict(Of("CAS1", "CAS1", "", "", "")));

    [Fact]
    public void No_answer_at_all_is_Inconclusive()
    {
        AffinityObservation o = Of("CAS1", "CAS1").Change(t => (t.End, t.Status, t.NtlmComputer, t.Error) = (CallEnd.Refused, null, "", "connection refused"));
        Assert.Equal((AffinityVerdict.Inconclusive, "noAnswer"), Verdict(o));
        Assert.Equal("nothing answered; the first request was refused: connection refused", AffinityWords.Why(new AffinityReading(o)));
        o.StoppedEarly = "unreachable: the name gave no address.";
        Assert.Equal("nothing answered: unreachable: the name gave no address", AffinityWords.Why(new AffinityReading(o)));
    }

    [Fact]
    public void An_empty_observation_is_Inconclusive() => Assert.Equal((AffinityVerdict.Inconclusive, "noAnswer"), Verdict(new AffinityObservation()));

    [Theory]
    [InlineData(2, 12, "1 in 2048")]
    [InlineData(4, 12, "1 in 4194304")]
    [InlineData(2, 4, "13 %")]
    [InlineData(2, 30, "1 in 536870912")]
    public void The_chance_of_having_missed_the_other_servers_is_told(int pool, int count, string text)
    {
        AffinityObservation o = Of(Times("CAS1", count)).Given("14.3", [.. Enumerable.Range(1, pool).Select(i => "CAS" + i)]);
        FactItem parent = AffinityFacts.Build(o).Parent;
        double chance = (double)parent["missedChance"]!;
        Assert.Equal(Math.Pow(pool, 1 - count), chance, 12);
        Assert.Equal(chance < 0.000001 ? "less than 1 in 1000000" : text, parent["missed"]);
    }

    [Fact]
    public void The_chance_of_a_spread_counts_the_servers_of_the_pool_that_stayed_unseen()
    {
        FactItem parent = AffinityFacts.Build(Of(InTurn(12, "CAS1", "CAS2", "CAS3")).Given("14.3", "CAS1", "CAS2", "CAS3", "CAS4.contoso.com")).Parent;
        Assert.Equal(Math.Pow(0.75, 11), (double)parent["missedChance"]!, 12);
        Assert.Equal(["CAS4.contoso.com"], Assert.IsAssignableFrom<System.Collections.Generic.IReadOnlyList<string>>(parent["notSeen"]));
        Assert.Null(AffinityFacts.Build(Of(InTurn(12, "CAS1", "CAS2"))).Parent["missedChance"]);
    }
}
