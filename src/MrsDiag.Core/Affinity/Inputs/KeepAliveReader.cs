using System;
using MrsDiag.Endpoints;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;
using MrsDiag.Text;

namespace MrsDiag.Affinity;

/// <summary>
/// Reads the TCP keep-alive time of a server from any object that has one: the registry key Tcpip\Parameters as Get-ItemProperty gives it,
/// also through Invoke-Command, or a table that somebody made of it.
/// </summary>
internal static class KeepAliveReader
{
    private const string Property = "KeepAliveTime";

    // The largest value of the registry, a DWORD of milliseconds.
    private const double MostMilliseconds = uint.MaxValue;

    private static readonly string[] ServerProperties = ["PSComputerName", "ComputerName", "Server", "MachineName"];

    /// <summary>Whether an object tells a keep-alive time, be it that none is set.</summary>
    // A key without the value is the common case and says as much: two hours.
    public static bool IsOne(IObjectView view) =>
        view.Has(Property)
        || view.GetText("PSPath").TrimEnd('\\').EndsWith(@"\Tcpip\Parameters", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads it.</summary>
    /// <exception cref="EndpointInputException">The value is no time (<c>KeepAliveInvalid</c>).</exception>
    public static KeepAliveSetting Read(IObjectView view)
    {
        string server = ShownName.Of(view.GetText(ServerProperties));
        return new KeepAliveSetting { Server = server, KeepAliveTime = ReadTime(view.Get(Property), server) };
    }

    private static TimeSpan? ReadTime(object? value, string server)
    {
        if (value is null || (value is string text && text.Trim().Length == 0))
            return null;
        TimeSpan? time = value switch
        {
            TimeSpan span => span,
            bool => null,
            _ => DurationArgument.Read(ObjectValues.ToText(value), TimeSpan.FromMilliseconds(1)),
        };
        if (time is not { } read || read < TimeSpan.Zero || read.TotalMilliseconds > MostMilliseconds)
            throw new EndpointInputException(
                EndpointInputException.KeepAliveInvalid,
                $"KeepAliveTime{(server.Length > 0 ? " of " + server : "")} is '{PastedText.Show(ObjectValues.ToText(value))}', which is no time. "
                + "The registry holds milliseconds, for example 900000 for 15 minutes.");
        // A zero in the registry is no keep-alive time; Windows then uses its default, as without the value.
        return read == TimeSpan.Zero ? null : read;
    }
}
