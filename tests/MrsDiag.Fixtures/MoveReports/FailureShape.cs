using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MrsDiag.Fixtures.Clixml;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>A failure as Exchange's FailureRec (research move-report.md 1.4).</summary>
internal static class FailureShape
{
    // Frames of the framework alone, as public documents show them.
    private const string InnerStack =
        "   at System.ServiceModel.Channels.HttpChannelFactory`1.HttpRequestChannel.HttpChannelRequest.WaitForReply(TimeSpan timeout)\r\n"
        + "   at System.ServiceModel.Channels.RequestChannel.Request(Message message, TimeSpan timeout)";

    private const string Stack = InnerStack + "\r\n"
        + "   at System.ServiceModel.Dispatcher.RequestChannelBinder.Request(Message message, TimeSpan timeout)\r\n"
        + "   at System.ServiceModel.Channels.ServiceChannel.Call(String action, Boolean oneway, ProxyOperationRuntime operation, Object[] ins, Object[] outs, TimeSpan timeout)\r\n"
        + "   at System.ServiceModel.Channels.ServiceChannelProxy.InvokeService(IMethodCallMessage methodCall, ProxyOperationRuntime operation)\r\n"
        + "   at System.ServiceModel.Channels.ServiceChannelProxy.Invoke(IMessage message)";

    private static readonly string[] Sides = ["None", "Source", "Target"];

    public static string Text(SampleFailure failure) => failure.Type + ": " + failure.Message;

    public static FixtureObject Create(SampleFailure failure) => Create(failure, Stack);

    private static FixtureObject Create(SampleFailure failure, string stack)
    {
        string side = failure.Side.Length == 0 ? "None" : failure.Side;
        FixtureObject shape = new([ExchangeTypes.Replication + "FailureRec", "System.Object"], Text(failure));
        return shape
            .With("Timestamp", failure.Timestamp)
            .With("FailureType", failure.Type)
            .With("FailureHash", failure.Hash)
            .With("FailureCode", failure.Code)
            .With("MapiLowLevelError", failure.LowLevelError)
            .With("FailureSide", failure.Side.Length == 0 ? null : ExchangeTypes.Enum("ExceptionSide", side, Sides))
            .With("FailureSideInt", Array.IndexOf(Sides, side))
            .With("ExceptionTypes", Kinds(failure, k => ExchangeTypes.Enum("WellKnownException", k.Key) with { Number = k.Value }, "WellKnownException[]"))
            .With("ExceptionTypesInt", Kinds(failure, k => k.Value, "System.Int32[]"))
            .With("Message", failure.Message)
            .With("MessageData", Data(failure.Message))
            .With("DataContext", failure.DataContext)
            .With("DataContextData", Data(failure.DataContext))
            .With("StackTrace", stack)
            .With("InnerException", failure.Inner is null ? null : Create(failure.Inner, InnerStack))
            .With("WorkItem", null)
            .With("UnknownElements", null)
            .With("UnknownAttributes", null)
            .With("XmlSchemaType", null);
    }

    /// <summary>The binary twin of a text: some bytes of a header, then the text.</summary>
    public static byte[]? Data(string text) => text.Length == 0 ? null : [0, 1, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)];

    private static FixtureList Kinds(SampleFailure failure, Func<KeyValuePair<string, int>, object> convert, string type) =>
        new(type.StartsWith("System.", StringComparison.Ordinal) ? type : ExchangeTypes.Replication + type, failure.Kinds.Select(convert).ToList());
}
