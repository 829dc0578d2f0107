using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;

namespace MrsDiag.Core.Tests.MoveReports;

/// <summary>Objects and short cuts for the tests of the readers.</summary>
internal static class Samples
{
    public const string Sequence = "The remote endpoint no longer recognizes this sequence. This is most likely due to an abort on the remote endpoint. "
        + "The value of wsrm:Identifier is not a known Sequence identifier. The reliable session was faulted.";

    public const string Url = "https://mail.contoso.com/EWS/mrsproxy.svc";

    public static readonly MoveReportOptions Options = new();

    public static readonly DateTime Start = new(2024, 5, 1, 10, 0, 0, DateTimeKind.Utc);

    /// <summary>A fault as it names the server that answered.</summary>
    public static string Fault(string server) => $"The call to '{Url} {server}' failed. Error details: {Sequence}";

    public static FakeView Entry(int minute, string message, object? failure = null, string server = "AM0PR05MB4546", string flags = "None") => new()
    {
        { "CreationTime", Start.AddMinutes(minute) },
        { "ServerName", server },
        { "Type", FakeView.Enum(failure is null ? "Informational" : "Error") },
        { "Flags", FakeView.Enum(flags) },
        { "Message", message },
        { "Failure", failure },
    };

    public static FakeView Failure(int minute, string type, string message, object? inner = null, string side = "Source") => new()
    {
        { "Timestamp", Start.AddMinutes(minute) },
        { "FailureType", type },
        { "FailureHash", "1304" },
        { "FailureCode", -2146233088 },
        { "MapiLowLevelError", 0 },
        { "FailureSide", FakeView.Enum(side) },
        { "Message", message },
        { "InnerException", inner },
    };

    public static FakeView Report(object? entries, object? failures = null) => new() { { "Entries", entries }, { "Failures", failures } };

    /// <summary>An onboarding move with its report.</summary>
    public static FakeView Onboarding(FakeView report) => new("Microsoft.Exchange.MailboxReplicationService.MoveRequestStatistics")
    {
        { "DisplayName", "Adele Vance" },
        { "Status", FakeView.Enum("InProgress") },
        { "StatusDetail", FakeView.Enum("CopyingMessages") },
        { "Flags", FakeView.Enum("CrossOrg, Pull") },
        { "RequestStyle", FakeView.Enum("CrossOrg") },
        { "Direction", FakeView.Enum("Pull") },
        { "WorkloadType", FakeView.Enum("Onboarding") },
        { "RemoteHostName", "mail.contoso.com" },
        { "Report", report },
    };

    public static MoveReport Read(FakeView view, MoveReportOptions? options = null) =>
        MoveReportReader.Read(view, ReportOrigin.Pipeline, "", options ?? Options).Single();

    public static MoveReport ReadText(string text, MoveReportOptions? options = null) =>
        MoveReportTextReader.Read(text, "", options ?? Options).Single();

    public static FactSet FactsOf(MoveReport report) => MoveReportFacts.Build(report, Options);

    /// <summary>The facts of the only failure of an error text.</summary>
    public static FactItem FailureOf(string text) => MoveReportFacts.FromText(text).Items("failures").Single();

    /// <summary>The only call outcome of an error text.</summary>
    public static FactItem OutcomeOf(string text) => MoveReportFacts.FromText(text).Items("callOutcomes").Single();

    public static string Chain(IReadOnlyList<ExceptionLink> chain) =>
        string.Join(" | ", chain.Select(l => (l.IsWrapper ? "~" : "") + l.Type + ":" + l.Message));
}
