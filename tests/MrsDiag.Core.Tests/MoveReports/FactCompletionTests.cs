using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class FactCompletionTests
{
    private static FactSet Set(Action<FactSet> fill)
    {
        FactSet facts = new(MoveReportTable.Source, "test");
        fill(facts);
        MoveReportFacts.Complete(facts);
        return facts;
    }

    private static FactItem Failure(FactSet facts, string type, string message)
    {
        FactItem item = facts.Add("failures");
        item.At = Start;
        item["failureType"] = type;
        item["message"] = message;
        return item;
    }

    [Fact]
    public void Type_and_message_of_a_failure_are_enough()
    {
        FactSet facts = Set(f => Failure(f, "CommunicationErrorTransientException", Fault("CAS1.contoso.com (14.3.224.1 caps:05FFFF)")));
        FactItem failure = facts.Items("failures").Single();
        Assert.Equal(("CAS1.contoso.com", new Version(14, 3, 224, 1), 14d, "mail.contoso.com", Sequence),
            (failure["remoteServer"], failure["remoteVersion"], failure["remoteMajor"], failure["host"], failure["innermostText"]));
        Assert.Equal((0, "CAS1.contoso.com", (string)failure["message"]!), (failure.EvidenceKey, failure.Server, failure.Text));
        FactItem outcome = Assert.Single(facts.Items("callOutcomes"));
        Assert.Equal((0, "CAS1.contoso.com", Start), (outcome.EvidenceKey, outcome["server"], outcome.At));
        Assert.Equal(("unknown", "mrsproxy", 1d), (facts.Parent["scenario"], facts.Parent["transport"], facts.Parent["failureCount"]));
    }

    [Fact]
    public void What_the_author_wrote_stays()
    {
        FactSet facts = Set(f =>
        {
            f.Parent["scenario"] = "crossTenant";
            f.Parent["transport"] = "none";
            f.Parent["failureCount"] = 99d;
            FactItem failure = Failure(f, "X", Fault("CAS1 (14.3.224.1 caps:05FFFF)"));
            failure["remoteServer"] = "OTHER";
            failure["isPermanent"] = true;
            failure["types"] = new[] { "A", "B" };
        });
        FactItem item = facts.Items("failures").Single();
        Assert.Equal(("OTHER", true, "OTHER"), (item["remoteServer"], item["isPermanent"], item.Server));
        Assert.Equal(["A", "B"], (IReadOnlyList<string>)item["types"]!);
        Assert.Equal(("crossTenant", "none", 99d), (facts.Parent["scenario"], facts.Parent["transport"], facts.Parent["failureCount"]));
    }

    [Theory]
    [InlineData("onboarding", "mrsproxy", "source")]
    [InlineData("offboarding", "mrsproxy", "target")]
    [InlineData("local", "none", null)]
    [InlineData("restore", "none", null)]
    [InlineData(null, "unknown", null)]
    public void Transport_and_side_follow_from_the_scenario(string? scenario, string transport, string? side)
    {
        FactSet facts = Set(f => f.Parent["scenario"] = scenario);
        Assert.Equal((scenario ?? "unknown", transport, side), (facts.Parent["scenario"], facts.Parent["transport"], facts.Parent["remoteSide"]));
    }

    [Fact]
    public void A_Hybrid_Agent_in_the_parent_is_the_transport() => Assert.Equal("hybridAgent", Set(f =>
    {
        f.Parent["scenario"] = "onboarding";
        f.Parent["remoteHostName"] = "x.resource.mailboxmigration.his.msappproxy.net";
    }).Parent["transport"]);

    [Fact]
    public void Lines_tell_pickups_progress_and_the_remote_proxy()
    {
        FactSet facts = Set(f =>
        {
            f.Parent["scenario"] = "onboarding";
            foreach (string line in new[]
            {
                "The Microsoft Exchange Mailbox Replication service 'X' (15.20.1.2 caps:3FFFFF) is examining the request.",
                "Connected to source mailbox 'x (Primary)', database 'D', Mailbox server 'M' Version 14.3 (Build 1.0), proxy server 'CAS1' 14.3.151.0 caps:05FFFF.",
                "Stage: CopyingMessages. Percent complete: 25.",
            })
            {
                FactItem entry = f.Add("entries");
                entry.At = Start.AddMinutes(-5);
                entry["message"] = line;
                entry["server"] = "AM0";
            }
            Failure(f, "CommunicationErrorTransientException", Sequence);
        });
        Assert.Equal((1d, 3d, Start.AddMinutes(-5), new Version(14, 3, 151, 0), "CAS1"),
            (facts.Parent["pickups"], facts.Parent["entryCount"], facts.Parent["lastProgress"], facts.Parent["remoteProxyVersion"], facts.Parent["remoteProxyServer"]));
        Assert.Equal(new Version(14, 3, 151, 0), facts.Items("failures").Single()["remoteVersion"]);
        Assert.All(facts.Items("entries"), e => Assert.Equal(("AM0", e["message"]), (e.Server, e.Text)));
    }

    [Fact]
    public void Without_lines_nothing_is_said_about_lines()
    {
        FactItem parent = Set(f => Failure(f, "X", "Broken.")).Parent;
        Assert.Equal((null, null, null, null), (parent["entryCount"], parent["pickups"], parent["lastProgress"], parent["lastEntry"]));
    }

    [Fact]
    public void A_proxy_stated_in_the_parent_is_that_of_a_failure_without_its_own()
    {
        FactSet facts = Set(f =>
        {
            f.Parent["remoteProxyVersion"] = new Version(15, 1, 2507, 6);
            Failure(f, "CommunicationErrorTransientException", Sequence);
            Failure(f, "CommunicationErrorTransientException", Fault("CAS1 (14.3.224.1 caps:05FFFF)"));
        });
        Assert.Equal([15d, 14d], facts.Items("failures").Select(f => f["remoteMajor"]));
    }

    [Fact]
    public void An_outcome_written_by_hand_is_completed_and_no_other_is_made()
    {
        FactSet facts = Set(f =>
        {
            f.Parent["scenario"] = "onboarding";
            Failure(f, "CommunicationErrorTransientException", Sequence);
            FactItem outcome = f.Add("callOutcomes");
            outcome["status"] = 401d;
            outcome["authSchemes"] = new[] { "ntlm", "negotiate" };
            outcome["serverVersion"] = new Version(14, 3);
            outcome["host"] = "mail.contoso.com";
            FactItem text = f.Add("callOutcomes");
            text["message"] = "The remote server returned an error: (503) Server Unavailable.";
        });
        FactItem[] outcomes = [.. facts.Items("callOutcomes")];
        Assert.Equal(2, outcomes.Length);
        Assert.Equal(("negotiate+ntlm", 14d, false, "onboarding", "mrsproxy"),
            (outcomes[0]["authSet"], outcomes[0]["serverMajor"], outcomes[0]["isHybridAgent"], outcomes[0]["scenario"], outcomes[0]["transport"]));
        Assert.Equal((503d, "The remote server returned an error: (503) Server Unavailable.", "The remote server returned an error: (503) Server Unavailable."),
            (outcomes[1]["status"], outcomes[1]["text"], outcomes[1].Text));
    }

    [Fact]
    public void A_failure_with_a_class_alone_is_completed()
    {
        FactItem failure = Set(f => f.Add("failures")["failureType"] = "RecipientNotFoundPermanentException").Items("failures").Single();
        Assert.Equal((true, "RecipientNotFoundPermanentException", null), (failure["isPermanent"], failure["innermostType"], failure["remoteServer"]));
    }

    [Fact]
    public void The_source_hands_out_both_readers()
    {
        Assert.Equal("Access is denied.", MoveReportTable.Source.FromText!("Access is denied.").Items("failures").Single()["message"]);
        FactSet facts = new(MoveReportTable.Source, "x");
        MoveReportTable.Source.Complete!(facts);
        Assert.Equal("unknown", facts.Parent["scenario"]);
    }
}
