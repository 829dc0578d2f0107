using System;
using MrsDiag.Facts;

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
        ErrorText error = ErrorText.Of(failure);
        item.At ??= failure.At?.Utc;
        item.Put("failureType", failure.FailureType);
        item.Put("innermostType", error.InnermostType);
        item.Put("types", error.Types);
        item.Put("innermostText", error.Innermost.Message);
        item.Put("message", failure.Message);
        item.Put("side", failure.Side is "Source" or "Target" ? failure.Side : "");
        item.Put("code", (double?)failure.Code);
        item.Put("mapiLowLevelError", (double?)(failure.MapiLowLevelError ?? error.LowLevelError));
        item.Put("hash", failure.Hash);
        item.Put("isPermanent", failure.IsFatal || failure.FailureType.EndsWith("PermanentException", StringComparison.OrdinalIgnoreCase));
        item.Put("mrsServer", failure.MrsServer);
        item.Put("retry", (double?)failure.Retry);
        item.Put("retryMax", (double?)failure.RetryMax);
        item.Put("hitType", error.HitType);
        item.Put("hitCount", (double?)error.HitCount);
        FillCall(item, error.Call, nearest);
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
