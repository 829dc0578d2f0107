using System;
using System.Collections.Generic;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>Reads objects that hold one error and no report (J4): an ErrorRecord, the output of a test, a migration user, a single failure.</summary>
internal static class ErrorObjectReader
{
    /// <summary>Reads the output of Test-MigrationServerAvailability; a success is a report without failure.</summary>
    public static IReadOnlyList<ReportDraft> ReadAvailability(IObjectView view, string shape, ReadContext context)
    {
        ReportDraft draft = Start(shape, context);
        draft.Report.Message = view.GetText("Message");
        string detail = view.GetText("ErrorDetail");
        bool succeeded = TextSearch.Starts(view.GetText("Result").Trim(), "Success") || view.GetText("Result").Trim() == "0";
        if (!succeeded)
            draft.Last = FailureReader.FromText(Whole(draft.Report.Message, detail), "", draft, context, detail.Length > 0 ? "ErrorDetail" : "Message");
        else if (draft.Report.Message.Length == 0)
            draft.Report.Message = "Result: Success";
        string tested = view.Get("TestedEndpoint") is IObjectView endpoint
            ? endpoint.GetText("RemoteServer", "Identity", "Name")
            : view.GetText("TestedEndpoint");
        return Named(draft, context, tested, view.GetText("RemoteServer"), view.GetText("Identity"));
    }

    /// <summary>Reads an ErrorRecord.</summary>
    public static IReadOnlyList<ReportDraft> ReadErrorRecord(IObjectView view, string shape, ReadContext context)
    {
        ReportDraft draft = Start(shape, context);
        string type = TypeOf(view);
        object? exception = view.Get("Exception");
        MoveFailure? failure = FailureReader.Read(exception, draft, context, "Exception");
        if (failure is null)
            failure = FailureReader.FromText(view.Text ?? "", type, draft, context, "ErrorRecord");
        else if (failure.FailureType.Length == 0 && type.Length > 0)
            Retype(failure, type, draft, context);
        draft.Last = failure;
        return Named(draft, context, "");
    }

    /// <summary>Reads a migration user; without an error it is a report without failure.</summary>
    public static IReadOnlyList<ReportDraft> ReadMigrationUser(IObjectView view, string shape, ReadContext context)
    {
        ReportDraft draft = Start(shape, context);
        draft.Report.BatchName = view.GetText("BatchId");
        draft.Report.MigrationType = RequestNames.NameOnly(view.GetText("MigrationType"));
        draft.Report.Message = view.GetText("ErrorSummary");
        if (!string.IsNullOrWhiteSpace(draft.Report.Message))
            draft.Last = FailureReader.FromText(draft.Report.Message, "", draft, context, "ErrorSummary");
        return Named(draft, context, view.GetText("Identity", "MailboxEmailAddress", "Identifier"));
    }

    /// <summary>Reads a failure record or an exception.</summary>
    public static IReadOnlyList<ReportDraft> ReadFailure(IObjectView view, string shape, ReadContext context)
    {
        ReportDraft draft = Start(shape, context);
        draft.Last = FailureReader.Read(view, draft, context, shape);
        return Named(draft, context, "");
    }

    /// <summary>Makes the report of one error given as text.</summary>
    public static ReportDraft FromText(string text, string type, ReadContext context)
    {
        ReportDraft draft = new(context.NewReport("ErrorText", ReportQuality.Text)) { Report = { Origin = ReportOrigin.ErrorText } };
        // "Fatal error X has occurred." without its date: the class stands in the middle.
        FailureLine line = default;
        bool isAnnouncement = type.Length == 0 && FailureLine.TryParse(text, isError: false, out line) && line.Details != text;
        draft.Last = isAnnouncement
            ? FailureReader.FromText(line.Details.Length > 0 ? line.Details : text, line.Type, draft, context, "text")
            : FailureReader.FromText(text, type, draft, context, "text");
        if (isAnnouncement)
            (draft.Last.Retry, draft.Last.RetryMax, draft.Last.IsFatal) = (line.Retry, line.RetryMax, line.IsFatal);
        Named(draft, context, "");
        return draft;
    }

    private static ReportDraft Start(string shape, ReadContext context)
    {
        MoveReport report = context.NewReport(shape, ReportQuality.Rich);
        if (context.Origin is ReportOrigin.Text)
            report.Quality = ReportQuality.Text;
        report.Origin = ReportOrigin.ErrorText;
        return new ReportDraft(report);
    }

    // ErrorDetail is the whole exception as text and mostly starts with the message.
    private static string Whole(string message, string detail)
    {
        if (detail.Length == 0)
            return message;
        string sentence = message.Trim().TrimEnd('.');
        bool repeats = sentence.Length == 0 || Text.TextCleaner.OneLine(detail).IndexOf(Text.TextCleaner.OneLine(sentence), StringComparison.OrdinalIgnoreCase) >= 0;
        return repeats ? detail : message + " --> " + detail;
    }

    // The category's reason and the error id name the class in every language, also where a remote session replaced the exception by its own.
    private static string TypeOf(IObjectView view)
    {
        string reason = view.Get("CategoryInfo") is IObjectView category ? category.GetText("Reason") : "";
        if (reason.EndsWith("Exception", StringComparison.Ordinal) && reason is not ("RemoteException" or "Exception" or "RuntimeException"))
            return TypePrefix.WithoutNamespace(reason);
        return ErrorNoise.TypeFromErrorId(view.GetText("FullyQualifiedErrorId"));
    }

    private static void Retype(MoveFailure failure, string type, ReportDraft draft, ReadContext context)
    {
        IReadOnlyList<ExceptionLink> chain = failure.Chain;
        FailureReader.SetText(failure, failure.Message, type, draft, context);
        if (chain.Count <= failure.Chain.Count)
            return;
        failure.Chain = chain;
    }

    // What the finding is about: the name given, else the host that was called, else the place.
    private static IReadOnlyList<ReportDraft> Named(ReportDraft draft, ReadContext context, params string[] names)
    {
        string subject = Array.Find(names, n => n.Length > 0) ?? "";
        if (subject.Length == 0)
            subject = draft.Last is { } last ? ErrorText.Of(last).Call?.Host ?? "" : "";
        if (subject.Length == 0)
            subject = context.Place.Length > 0 ? context.Place : "error text";
        draft.Report.Subject = subject;
        return [draft];
    }
}
