using System;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.Text;

namespace MrsDiag.MoveReports;

/// <summary>The facts of one failure. What is set already stays, so that a hand-written fact is only completed.</summary>
internal static class FailureFacts
{
    /// <summary>Fills a failure.</summary>
    /// <param name="item">The item.</param>
    /// <param name="failure">The failure with its chain.</param>
    /// <param name="nearest">The remote proxy's line before it, or <see langword="null"/>.</param>
    public static void Fill(FactItem item, MoveFailure failure, ConnectedLine? nearest)
    {
        ExceptionLink innermost = ExceptionChainParser.Innermost(failure.Chain);
        item.At ??= failure.At?.Utc;
        item.Put("failureType", failure.FailureType);
        item.Put("innermostType", ExceptionChainParser.InnermostType(failure.Chain));
        item.Put("types", failure.Chain.Select(l => l.Type).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList());
        item.Put("innermostText", innermost.Message);
        item.Put("message", failure.Message);
        item.Put("side", failure.Side is "Source" or "Target" ? failure.Side : "");
        item.Put("code", (double?)failure.Code);
        item.Put("mapiLowLevelError", (double?)failure.MapiLowLevelError);
        item.Put("hash", failure.Hash);
        item.Put("isPermanent", failure.IsFatal || failure.FailureType.EndsWith("PermanentException", StringComparison.OrdinalIgnoreCase));
        item.Put("mrsServer", failure.MrsServer);
        item.Put("retry", (double?)failure.Retry);
        item.Put("retryMax", (double?)failure.RetryMax);
        FillCall(item, failure.Call, nearest);
        if (RollUpText.TryRead(TextCleaner.Clean(failure.Message), out string hitType, out int? hitCount))
        {
            item.Put("hitType", hitType);
            item.Put("hitCount", (double?)hitCount);
        }
        item.Server ??= item["remoteServer"] as string;
        if (item.Text.Length == 0)
            item.Text = failure.Message.Length > 0 ? failure.Message : failure.FailureType;
        if (item.Origin.Length == 0)
            item.Origin = failure.Origin;
    }

    private static void FillCall(FactItem item, CallText? call, ConnectedLine? nearest)
    {
        if (call is not null)
        {
            item.Put("remoteServer", call.Server);
            item.Put("host", call.Host);
            item.Put("timeout", call.Timeout);
            item.Put("remoteVersion", call.ServerVersion);
        }
        item.Put("remoteVersion", nearest?.ProxyVersion);
        if (item["remoteVersion"] is Version version)
            item.Put("remoteMajor", (double)version.Major);
        if (item.Text("host") is { Length: > 0 } host)
            item.Put("isHybridAgent", HybridAgent.IsHost(host));
    }
}
