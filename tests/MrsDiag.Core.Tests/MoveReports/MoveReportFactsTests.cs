using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class MoveReportFactsTests
{
    private static MoveReport Typical()
    {
        FakeView fault = Failure(20, "CommunicationErrorTransientException", Fault("CAS1.contoso.com (14.3.224.1 caps:05FFFF)"));
        FakeView lockFailure = Failure(30, "SourceMailboxAlreadyBeingMovedTransientException", "Couldn't switch the mailbox into Sync Source mode.");
        FakeView view = Onboarding(Report(
            new object[]
            {
                Entry(0, "The Microsoft Exchange Mailbox Replication service 'AM0.prod.outlook.com' (15.20.1.2 caps:3FFFFF) is examining the request."),
                Entry(10, "Stage: CopyingMessages. Percent complete: 25."),
                Entry(20, "Transient error CommunicationErrorTransientException has occurred. The system will retry (1/60).", fault),
                Entry(25, "The Microsoft Exchange Mailbox Replication service 'AM1.prod.outlook.com' (15.20.1.2 caps:3FFFFF) is examining the request."),
                Entry(26, "Stage: CopyingMessages. Percent complete: 25."),
                Entry(30, "Transient error SourceMailboxAlreadyBeingMovedTransientException has occurred. The system will retry (2/60).", lockFailure),
            },
            new object[] { fault, lockFailure }));
        view.Add("TotalStalledDueToMailboxLockedDuration", "00:05:00");
        return Read(view);
    }

    [Fact]
    public void The_request_s_fields_are_filled()
    {
        FactItem parent = FactsOf(Typical()).Parent;
        Assert.Equal(("pipeline", "rich", "onboarding", "mrsproxy", "source"), (parent["origin"], parent["quality"], parent["scenario"], parent["transport"], parent["remoteSide"]));
        Assert.Equal((6d, 2d, 2d), (parent["entryCount"], parent["failureCount"], parent["pickups"]));
        Assert.Equal((TimeSpan.FromMinutes(5), null), (parent["mailboxLockedDuration"], parent["overallDuration"]));
        Assert.Equal(Start.AddMinutes(30), parent["lastEntry"]);
    }

    [Fact]
    public void A_stage_that_is_printed_again_after_a_pickup_is_no_progress() => Assert.Equal(Start.AddMinutes(10), FactsOf(Typical()).Parent["lastProgress"]);

    [Theory]
    [InlineData("Stage: LoadingMessages. Percent complete: 20.", true)]
    [InlineData("Copy progress: 723/1456 messages, 225.8 MB (236,732,045 bytes)/416.5 MB (436,712,733 bytes).", true)]
    [InlineData("Initial sync checkpoint completed: 90 folders processed.", true)]
    [InlineData("Phase: CopyingMessages. Abgeschlossen: 25 %.", true)]
    [InlineData("Kopierfortschritt: 723/1456 Nachrichten, 225,8 MB (236.732.045 Bytes)/416,5 MB (436.712.733 Bytes).", true)]
    [InlineData("Request processing continued, stage LoadingMessages.", false)]
    [InlineData("Relinquishing job because the mailbox is locked. The job will attempt to continue again after 5/13/2024 9:29:15 AM.", false)]
    [InlineData("Source mailbox information: Regular Items: 42546, 5.268 GB (5,656,348,265 bytes) FAI Items: 208, 0 B (0 bytes)", false)]
    [InlineData("Transient error StoragePermanentException has occurred. The system will retry (2/60).", false)]
    public void Progress_is_told_from_other_lines(string line, bool expected)
    {
        object? last = FactsOf(Read(Onboarding(Report(new object[] { Entry(7, line) })))).Parent["lastProgress"];
        Assert.Equal(expected ? Start.AddMinutes(7) : null, (DateTime?)last);
    }

    [Fact]
    public void A_failure_and_its_outcome_share_their_key_and_a_failure_without_a_call_has_none()
    {
        FactSet facts = FactsOf(Typical());
        Assert.Equal([0, 1], facts.Items("failures").Select(f => f.EvidenceKey));
        FactItem outcome = Assert.Single(facts.Items("callOutcomes"));
        FactItem failure = facts.Items("failures")[0];
        Assert.Equal((0, Start.AddMinutes(20), "CAS1.contoso.com", failure.Text, "Report.Failures[0]"), (outcome.EvidenceKey, outcome.At!.Value, outcome.Server, outcome.Text, outcome.Origin));
        Assert.Equal(("CAS1.contoso.com", 14d, "mail.contoso.com", "onboarding", "mrsproxy"), (outcome["server"], outcome["serverMajor"], outcome["host"], outcome["scenario"], outcome["transport"]));
    }

    [Fact]
    public void The_fields_of_a_failure_are_filled_and_zero_is_missing()
    {
        FactItem failure = FactsOf(Typical()).Items("failures")[0];
        Assert.Equal(("Source", -2146233088d, "1304", null), (failure["side"], failure["code"], failure["hash"], failure["mapiLowLevelError"]));
        Assert.Equal((1d, 60d, "AM0PR05MB4546", false), (failure["retry"], failure["retryMax"], failure["mrsServer"], failure["isPermanent"]));
        Assert.Equal(["CommunicationErrorTransientException"], Assert.IsAssignableFrom<IReadOnlyList<string>>(failure["types"]));
        Assert.Equal((Start.AddMinutes(20), "CAS1.contoso.com", "Report.Failures[0]"), (failure.At!.Value, failure.Server, failure.Origin));
    }

    [Fact]
    public void The_lines_are_evidence()
    {
        FactItem entry = FactsOf(Typical()).Items("entries")[1];
        Assert.Equal((Start.AddMinutes(10), "AM0PR05MB4546", "Stage: CopyingMessages. Percent complete: 25.", "Report.Entries[1]"), (entry.At!.Value, entry.Server, entry.Text, entry.Origin));
        Assert.Equal(("Stage: CopyingMessages. Percent complete: 25.", "AM0PR05MB4546", "Informational"), (entry["message"], entry["server"], entry["type"]));
    }

    [Fact]
    public void What_is_older_than_asked_for_is_left_out_of_judgement_and_stays_in_the_model()
    {
        MoveReport report = Typical();
        FactSet facts = MoveReportFacts.Build(report, new MoveReportOptions { Since = Start.AddMinutes(21) });
        Assert.Equal((1, 0, 3), (facts.Items("failures").Count, facts.Items("callOutcomes").Count, facts.Items("entries").Count));
        Assert.Equal((3d, 1d, 1d, null), (facts.Parent["entryCount"], facts.Parent["failureCount"], facts.Parent["pickups"], facts.Parent["lastProgress"]));
        Assert.Equal((6, 2), (report.Entries.Count, report.Failures.Count));
    }

    [Fact]
    public void What_has_no_time_is_never_too_old() =>
        Assert.Single(MoveReportFacts.Build(ReadText("Access is denied."), new MoveReportOptions { Since = DateTime.MaxValue }).Items("failures"));

    [Fact]
    public void Notes_of_the_report_are_notes_of_the_facts() => Assert.Equal("times-without-zone", Assert.Single(MoveReportFacts.FromText("5/13/2024 9:00:00 [EX01] x").Notes).Name);

    [Fact]
    public void A_report_made_by_hand_is_parsed_when_it_is_judged()
    {
        MoveReport report = new();
        report.Failures.Add(new MoveFailure { Message = Fault("CAS1 (14.3.224.1 caps:05FFFF)"), FailureType = "CommunicationErrorTransientException" });
        FactSet facts = FactsOf(report);
        Assert.Equal(("CAS1", Sequence), (facts.Items("failures")[0]["remoteServer"], facts.Items("failures")[0]["innermostText"]));
        Assert.Single(facts.Items("callOutcomes"));
    }

    // Only a probe sees the wire; stage and contentType have texts of their own below.
    private static readonly string[] OfProbesOnly =
        ["serverHeader", "location", "isLogonForm", "sentExpect", "onlyWithExpect", "exchangeOnline", "vantage", "stage", "contentType"];

    [Theory]
    [InlineData("A connection attempt failed because the connected party did not properly respond after a period of time 203.0.113.7:443", "timedOut", "connect")]
    [InlineData("No connection could be made because the target machine actively refused it 203.0.113.7:443", "refused", "connect")]
    [InlineData("The remote name could not be resolved: 'mail.contoso.com'", "nameNotResolved", "dns")]
    [InlineData("An existing connection was forcibly closed by the remote host", "reset", "request")]
    [InlineData("A connection that was expected to be kept alive was closed by the server.", "closed", "request")]
    [InlineData("Could not establish trust relationship for the SSL/TLS secure channel", "certificateNotTrusted", "tls")]
    [InlineData("The remote certificate is invalid according to the validation procedure.", "certificateNotTrusted", "tls")]
    [InlineData("The request was aborted: Could not create SSL/TLS secure channel.", "tlsFailed", "tls")]
    [InlineData("The request channel timed out while waiting for a reply after 00:00:10.", "timedOut", "request")]
    [InlineData("The remote server returned an error: (503) Service Unavailable.", "answered", null)]
    [InlineData("Something that nobody has seen.", null, null)]
    public void How_a_call_ended_is_a_fact_where_its_text_is_plain(string text, string? kind, string? stage)
    {
        FactItem outcome = OutcomeOf($"The call to '{Url}' failed. Error details: x --> {text}");
        Assert.Equal((kind, stage), (outcome["kind"], outcome["stage"]));
    }

    [Fact]
    public void A_401_of_a_report_is_a_logon_that_was_refused_and_a_403_says_nothing_of_it()
    {
        Assert.Equal("refused", OutcomeOf($"The call to '{Url}' failed. --> The remote server returned an error: (401) Unauthorized.")["logon"]);
        Assert.Null(OutcomeOf($"The call to '{Url}' failed. --> The remote server returned an error: (403) Forbidden.")["logon"]);
    }

    [Fact]
    public void The_content_type_is_a_fact_where_the_text_quotes_it() =>
        Assert.Equal("text/html", OutcomeOf($"The call to '{Url}' failed. --> The content type text/html of the response message does not match the content type of the binding")["contentType"]);

    [Fact]
    public void Every_field_of_the_table_is_filled_by_some_input()
    {
        FakeView view = Onboarding(Report(
            new object[]
            {
                Entry(0, "The Microsoft Exchange Mailbox Replication service 'AM0' (15.20.1.2 caps:3FFFFF) is examining the request."),
                Entry(1, "Connected to source mailbox 'x (Primary)', database 'D', Mailbox server 'M' Version 14.3 (Build 1.0), proxy server 'CAS1' 14.3.151.0 caps:05FFFF."),
                Entry(2, "Stage: CopyingMessages. Percent complete: 25."),
                Entry(3, "Transient error MrsHttpUnauthorizedException has occurred. The system will retry (1/60)."),
            },
            new object[]
            {
                Failure(3, "MrsHttpUnauthorizedException", $"The call to '{Url} CAS1 (14.3.1.2 caps:0)' timed out after 00:00:10. Error details: The HTTP request is unauthorized with client authentication scheme 'Negotiate'. "
                    + "The authentication header received from the server was 'NTLM'. --> The request channel timed out after 00:00:10. --> No answer from 203.0.113.7:443 --> The remote server returned an error: (401) Unauthorized."),
                Failure(4, "TooManyTransientFailureRetriesPermanentException", "The job encountered too many transient failures (60) and is quitting. The most common failure is X with the hit count 42."),
            }));
        foreach ((string name, object value) in new (string, object)[]
        {
            ("SyncStage", "x"), ("BatchName", "x"), ("SourceVersion", "15.1.2.3"), ("TargetVersion", "15.20.2.3"), ("FailureType", "TooManyTransientFailureRetriesPermanentException"),
            ("FailureSide", "Source"), ("Message", "x"), ("FailureTimestamp", Start.AddMinutes(4)), ("PercentComplete", 1), ("TotalMailboxSize", 1), ("BytesTransferred", 1), ("BadItemsEncountered", 1),
            ("OverallDuration", "00:00:01"), ("TotalStalledDueToMailboxLockedDuration", "00:00:01"), ("TotalTransientFailureDuration", "00:00:01"),
        })
            view.Add(name, value);
        FactSet facts = FactsOf(Read(view));
        facts.Items("failures")[0]["mapiLowLevelError"] = 1d; // a Mapi failure is no call; its own test reads it
        foreach (FactCollection table in MoveReportTable.Source.Collections.Append(MoveReportTable.Parent))
        {
            IReadOnlyList<FactItem> items = facts.Items(table == MoveReportTable.Parent ? "self" : table.Name);
            Assert.Empty(table.Fields.Where(f => items.All(i => i[f.Ordinal] is null) && !OfProbesOnly.Contains(f.Name)).Select(f => table.Name + "." + f.Name));
        }
    }

    [Fact]
    public void Values_have_the_types_and_the_closed_sets_of_the_table()
    {
        FactSet facts = FactsOf(Typical());
        foreach (FactCollection table in MoveReportTable.Source.Collections.Append(MoveReportTable.Parent))
            foreach (FactItem item in facts.Items(table == MoveReportTable.Parent ? "self" : table.Name))
                foreach (FactField field in table.Fields.Where(f => item[f.Ordinal] is not null))
                {
                    object value = item[field.Ordinal]!;
                    bool fits = field.Type switch
                    {
                        FactType.Text => value is string,
                        FactType.TextList => value is IReadOnlyList<string>,
                        FactType.Number => value is double,
                        FactType.Duration => value is TimeSpan,
                        FactType.Time => value is DateTime { Kind: DateTimeKind.Utc },
                        FactType.Boolean => value is bool,
                        _ => value is Version,
                    };
                    Assert.True(fits && (field.Values is not { Count: > 0 } set || set.Contains((string)value)), $"{table.Name}.{field.Name} = {value}");
                }
    }
}
