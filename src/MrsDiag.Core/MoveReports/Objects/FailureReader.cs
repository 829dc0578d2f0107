using System;
using System.Collections.Generic;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>Reads one failure: a record object, an exception object, or the string <c>Type: message</c> it was flattened to.</summary>
internal static class FailureReader
{
    private const int DeepestInner = 24;

    /// <summary>Reads a failure.</summary>
    /// <param name="value">An object or text.</param>
    /// <param name="draft">The report that it belongs to; told when the text was too long.</param>
    /// <param name="context">The reader's context.</param>
    /// <param name="origin">Where it stands, for example <c>Report.Failures[3]</c>.</param>
    /// <returns>The failure, or <see langword="null"/> where the value holds none.</returns>
    public static MoveFailure? Read(object? value, ReportDraft draft, ReadContext context, string origin)
    {
        if (value is IObjectView view && (view.Has("Message") || view.Has("FailureType")))
            return FromRecord(view, draft, context, origin);
        string text = ObjectValues.ToText(value);
        return string.IsNullOrWhiteSpace(text) ? null : FromText(text, "", draft, context, origin);
    }

    /// <summary>Makes a failure from a text.</summary>
    public static MoveFailure FromText(string text, string type, ReportDraft draft, ReadContext context, string origin)
    {
        MoveFailure failure = new() { Message = text, Origin = origin };
        SetText(failure, text, type, draft, context);
        return failure;
    }

    /// <summary>Sets class, chain and call from a text.</summary>
    public static void SetText(MoveFailure failure, string text, string type, ReportDraft draft, ReadContext context)
    {
        ErrorText error = context.Error(text, type, out int id);
        (failure.Error, failure.Chain, failure.MergeId) = (error, error.Chain, id);
        failure.FailureType = type.Length > 0 ? type : error.Chain[0].Type;
        draft.WasCut |= error.WasCut;
    }

    private static MoveFailure FromRecord(IObjectView view, ReportDraft draft, ReadContext context, string origin)
    {
        string type = TypeOf(view);
        string own = view.GetText("Message", "LocalizedString");
        MoveFailure failure = new()
        {
            Origin = origin,
            Side = RequestNames.Side(view.GetText("FailureSide", "FailureSideInt")),
            Code = view.GetInteger("FailureCode", "HResult"),
            MapiLowLevelError = view.GetInteger("MapiLowLevelError") is { } low and not 0 ? low : null,
            Hash = view.GetText("FailureHash"),
            Message = own,
        };
        context.Times.Read(view.Get("Timestamp", "FailureTimestamp"), time => failure.At = time);
        SetText(failure, own, type, draft, context);
        AddInner(failure, view, draft, context);
        return failure;
    }

    // The message mostly repeats what is inside; what it lacks is joined the way Exchange joins it.
    private static void AddInner(MoveFailure failure, IObjectView view, ReportDraft draft, ReadContext context)
    {
        IReadOnlyList<ExceptionLink> chain = failure.Chain;
        object? inner = view.Get("InnerException");
        string message = failure.Message;
        for (int depth = 0; inner is not null; depth++)
        {
            if (depth == DeepestInner)
            {
                draft.WasCut = true;
                break;
            }
            IObjectView? innerView = inner as IObjectView;
            bool isRecord = innerView is not null && (innerView.Has("Message") || innerView.Has("FailureType"));
            string text = isRecord ? innerView!.GetText("Message", "LocalizedString") : ObjectValues.ToText(inner);
            string type = isRecord ? TypeOf(innerView!) : "";
            if (text.Length == 0 && type.Length == 0)
                break;
            ErrorText error = context.Error(text, type, out _);
            draft.WasCut |= error.WasCut;
            chain = ExceptionChainParser.Join(chain, error.Chain);
            if (!Contains(message, text))
                message += " --> " + (type.Length > 0 && !text.StartsWith(type, StringComparison.Ordinal) ? type + ": " : "") + text;
            inner = isRecord ? innerView!.Get("InnerException") : null;
        }
        if (ReferenceEquals(chain, failure.Chain))
            return;
        (failure.Chain, failure.Message) = (chain, message);
    }

    private static bool Contains(string message, string inner)
    {
        // An inner exception that was itself flattened reads "Type: message".
        string words = TypePrefix.TryRead(inner, 0, out _, out int next) ? inner.Substring(next) : inner;
        return message.IndexOf(words.Trim().TrimEnd('.'), StringComparison.Ordinal) >= 0;
    }

    // An exception object carries its class as its type name; so does what a remote session made of it.
    private static string TypeOf(IObjectView view)
    {
        string type = TypePrefix.WithoutNamespace(view.GetText("FailureType"));
        if (type.Length > 0 || view.TypeNames.Count == 0)
            return type;
        string name = view.TypeNames[0];
        bool isException = name.EndsWith("Exception", StringComparison.Ordinal)
            && !name.StartsWith("System.Management.Automation.", StringComparison.Ordinal);
        return isException ? TypePrefix.WithoutNamespace(name) : "";
    }
}
