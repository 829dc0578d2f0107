using System;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;
using MrsDiag.Text;

namespace MrsDiag.MoveReports;

/// <summary>Reads one line of a report: an object, or the string <c>time [server] message</c> it was flattened to.</summary>
internal static class EntryReader
{
    /// <summary>Reads a line and adds it to the report.</summary>
    /// <param name="value">An object or text.</param>
    /// <param name="draft">The report.</param>
    /// <param name="context">The reader's context.</param>
    /// <returns>Whether it was an object; a string means that the report was flattened.</returns>
    public static bool Read(object? value, ReportDraft draft, ReadContext context)
    {
        if (value is IObjectView view && view.TryGet("Message", out object? message))
        {
            FromObject(view, message, draft, context);
            return true;
        }
        string text = ObjectValues.ToText(value);
        if (text.Length > 0)
            FromText(text, draft, context);
        return value is null;
    }

    /// <summary>Adds a line given as text.</summary>
    public static void FromText(string text, ReportDraft draft, ReadContext context)
    {
        string clean = TextCleaner.Clean(text).Trim();
        ReportEntry entry = new() { Index = draft.Report.Entries.Count, Message = clean };
        if (ReportLine.TryParse(clean, 0, out RawTime time, out string server, out int start))
        {
            entry.Server = server;
            entry.Message = clean.Substring(start);
            context.Times.Later(time, inSequence: true, at => entry.At = at);
        }
        draft.Report.Entries.Add(entry);
    }

    private static void FromObject(IObjectView view, object? message, ReportDraft draft, ReadContext context)
    {
        ReportEntry entry = new()
        {
            Index = draft.Report.Entries.Count,
            Message = message as string ?? ObjectValues.ToText(message),
            Server = view.GetText("ServerName"),
            Type = RequestNames.EntryType(TypeOf(view)),
            Flags = RequestNames.NameOnly(view.GetText("Flags")),
        };
        draft.Report.Entries.Add(entry);
        if (view.TryGet("CreationTime", out object? time))
            SetTime(entry, time, context);
        if (entry.Message.Length == 0)
            FromWholeLine(entry, view.GetText("LocalizedString"), context);
        if (view.TryGet("Failure", out object? failure) && failure is not null)
            AddFailure(entry, failure, draft, context);
    }

    private static string TypeOf(IObjectView view) => view.GetText("Type") is { Length: > 0 } type ? type : view.GetText("TypeInt");

    private static void SetTime(ReportEntry entry, object? time, ReadContext context)
    {
        if (time is DateTime value)
            entry.At = context.Times.FromDateTime(value);
        else
            SetPrintedTime(entry, time, context);
    }

    // Apart, so that the closure is made only for the few inputs that print their times.
    private static void SetPrintedTime(ReportEntry entry, object? time, ReadContext context)
    {
        string text = ObjectValues.ToText(time).Trim();
        if (text.Length > 0 && TimeText.TryParse(text, 0, out RawTime raw, out _))
            context.Times.Later(raw, inSequence: true, at => entry.At = at);
    }

    private static void FromWholeLine(ReportEntry entry, string line, ReadContext context)
    {
        string clean = TextCleaner.Clean(line).Trim();
        if (!ReportLine.TryParse(clean, 0, out RawTime time, out string server, out int start))
        {
            entry.Message = clean;
            return;
        }
        entry.Message = clean.Substring(start);
        if (entry.Server.Length == 0)
            entry.Server = server;
        if (entry.At is null)
            context.Times.Later(time, inSequence: true, at => entry.At = at);
    }

    private static void AddFailure(ReportEntry entry, object failure, ReportDraft draft, ReadContext context)
    {
        string origin = FormattableString.Invariant($"Report.Entries[{entry.Index}].Failure");
        if (FailureReader.Read(failure, draft, context, origin) is not { } read)
            return;
        read.EntryIndex = entry.Index;
        read.MrsServer = entry.Server;
        read.IsFatal = entry.Flags.IndexOf("Fatal", StringComparison.OrdinalIgnoreCase) >= 0;
        draft.OfEntries[entry.Index] = read;
    }
}
