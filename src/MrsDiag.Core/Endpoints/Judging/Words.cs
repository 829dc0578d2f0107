using System;
using System.Globalization;
using MrsDiag.Text;

namespace MrsDiag.Endpoints;

/// <summary>Words of rules and of messages for what a probe saw.</summary>
internal static class Words
{
    /// <summary>An enumeration's value as rules write it: the first letter small.</summary>
    public static string Token(Enum value)
    {
        string name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    /// <summary>How a call ended, as the end of a sentence.</summary>
    public static string Ended(CallEnd end) => end switch
    {
        CallEnd.NotTried => "was not tried",
        CallEnd.Succeeded => "succeeded",
        CallEnd.TimedOut => "got no answer in time",
        CallEnd.Refused => "was refused",
        CallEnd.Reset => "was reset",
        CallEnd.Closed => "was closed without an answer",
        CallEnd.Unreachable => "found no way to the address",
        CallEnd.TlsFailed => "failed in TLS",
        CallEnd.Malformed => "was answered by something that is not the protocol",
        _ => "failed",
    };

    /// <summary>A number with its noun.</summary>
    public static string Count(int number, string one, string many) =>
        number.ToString(CultureInfo.InvariantCulture) + " " + (number == 1 ? one : many);

    /// <summary>A duration in a bracket of a sentence: <c> in 34 ms</c>; empty where not measured.</summary>
    public static string In(TimeSpan? time) => time is { } value && value > TimeSpan.Zero ? " in " + Durations.Format(Rounded(value)) : "";

    /// <summary>Whole milliseconds: what stands behind the point is noise of the network.</summary>
    public static TimeSpan Rounded(TimeSpan value) =>
        value < TimeSpan.FromSeconds(1) && value >= TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(Math.Round(value.TotalMilliseconds)) : value;

    /// <summary>An error text as the rest of a sentence; empty where there is none.</summary>
    public static string Because(string error) => error.Length == 0 ? "" : ": " + FactText.Shorten(error, 160);
}
