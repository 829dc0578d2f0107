using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Affinity;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using Xunit;
using static MrsDiag.Tests.Shared.AffinitySamples;

namespace MrsDiag.Core.Tests.Affinity;

public class J22_Idle_time_and_keep_alive
{
    [Fact]
    public void An_unset_keep_alive_is_two_hours()
    {
        AffinityObservation o = Empty();
        o.DeviceIdleTimeout = TimeSpan.FromMinutes(40);
        o.KeepAlive = [new KeepAliveSetting { Server = "CAS1", KeepAliveTime = TimeSpan.FromMinutes(20) }, new KeepAliveSetting { Server = "CAS2" }, new KeepAliveSetting { Server = "CAS3", KeepAliveTime = TimeSpan.Zero }];
        FactSet facts = AffinityFacts.Build(o);
        Assert.Equal([true, false, false], facts.Items("keepAlive").Select(i => (bool)i["belowDevice"]!));
        Assert.Equal([true, false, false], facts.Items("keepAlive").Select(i => (bool)i["isSet"]!));
        Assert.Equal(TimeSpan.FromHours(2), facts.Parent["keepAliveTime"]);
        Assert.Equal(["CAS2", "CAS3"], Assert.IsAssignableFrom<IReadOnlyList<string>>(facts.Parent["keepAliveUnset"]));
    }

    [Fact]
    public void Nothing_is_compared_with_a_time_out_that_was_not_given()
    {
        AffinityObservation o = Empty();
        o.KeepAlive = [new KeepAliveSetting()];
        FactItem item = Assert.Single(AffinityFacts.Build(o).Items("keepAlive"));
        Assert.Null(item["belowDevice"]);
        Assert.Null(item["belowFirewall"]);
    }

    [Theory]
    [InlineData(60, 40, false)]
    [InlineData(40, 40, true)]
    [InlineData(30, 40, true)]
    public void The_firewall_lies_above_the_balancer(int firewall, int device, bool isWrong)
    {
        AffinityObservation o = Empty();
        o.FirewallIdleTimeout = TimeSpan.FromMinutes(firewall);
        o.DeviceIdleTimeout = TimeSpan.FromMinutes(device);
        Assert.Equal(isWrong, AffinityFacts.Build(o).Parent["firewallBelowDevice"]);
    }

    [Fact]
    public void FIN_RST_and_silence_are_told_apart()
    {
        AffinityObservation o = Empty();
        o.Idle =
        [
            new IdleObservation { Wait = TimeSpan.FromSeconds(30), End = CallEnd.Succeeded, Status = 401, ServerBefore = "CAS1", ServerAfter = "CAS1" },
            new IdleObservation { Wait = TimeSpan.FromSeconds(60), End = CallEnd.Closed, EndedAfter = TimeSpan.FromSeconds(45.3) },
            new IdleObservation { Wait = TimeSpan.FromSeconds(60), End = CallEnd.Reset, EndedAfter = TimeSpan.FromSeconds(45) },
            new IdleObservation { Wait = TimeSpan.FromSeconds(110), End = CallEnd.TimedOut },
        ];
        FactSet facts = AffinityFacts.Build(o);
        Assert.Equal(
            ["held silent for 30 s: could be used", "held silent for 1 min: was closed (FIN) after 45 s", "held silent for 1 min: was reset (RST) after 45 s", "held silent for 1 min 50 s: got no answer in time"],
            facts.Items("idle").Select(i => i.Text));
        Assert.Equal(TimeSpan.FromSeconds(30), facts.Parent["longestIdle"]);
        Assert.Equal(false, facts.Items("idle")[0]["serverChanged"]);
    }

    [Fact]
    public void A_rewritten_header_is_no_change_of_server_after_a_silence()
    {
        AffinityObservation o = Of(InTurn(12, "EX01", "EX02")).Change(t => t.FrontEndServer = "WEB");
        o.Idle = [new IdleObservation { Wait = TimeSpan.FromSeconds(30), End = CallEnd.Succeeded, ServerBefore = "EX01", ServerAfter = "WEB" }, new IdleObservation { Wait = TimeSpan.FromSeconds(30), End = CallEnd.Succeeded, ServerBefore = "EX01", ServerAfter = "EX02" }];
        Assert.Equal([null, true], AffinityFacts.Build(o).Items("idle").Select(i => i["serverChanged"]));
    }

    [Fact]
    public void With_DNS_round_robin_the_time_to_live_is_stated()
    {
        AffinityObservation o = Of(Times("CAS1", 12)).With(AffinityVariant.EachAddress, Address, Times("CAS1", 3)).With(AffinityVariant.EachAddress, "203.0.113.8", Times("CAS2", 3));
        FactItem parent = AffinityFacts.Build(o).Parent;
        Assert.Equal(("dnsRoundRobin", TimeSpan.FromMinutes(5)), (parent["verdict"], parent["timeToLive"]));
        Assert.Equal("203.0.113.7 CAS1 (15 connections), 203.0.113.8 CAS2 (3 connections)", parent["serversByAddress"]);
    }

    [Fact]
    public void An_address_that_does_not_keep_its_server_is_no_round_robin_of_DNS() =>
        Assert.Equal(AffinityVerdict.NoAffinity, new AffinityReading(Of(Times("CAS1", 6)).With(AffinityVariant.EachAddress, "203.0.113.8", InTurn(6, "CAS2", "CAS3"))).Verdict);

    [Fact]
    public void One_connection_to_each_address_shows_nothing_that_is_kept() =>
        Assert.Equal(AffinityReason.TooFew, new AffinityReading(Of("CAS1").With(AffinityVariant.EachAddress, "203.0.113.8", ["CAS2"])).Reason);

    [Fact]
    public void Pinned_addresses_are_no_round_robin_of_DNS()
    {
        AffinityObservation o = Of(Times("CAS1", 6)).With(AffinityVariant.EachAddress, "203.0.113.8", Times("CAS2", 6));
        o.IsPinned = true;
        Assert.Equal(AffinityReason.PinnedAddresses, new AffinityReading(o).Reason);
    }
}
