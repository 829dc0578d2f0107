using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Text;

namespace MrsDiag.Cli.Commands;

/// <summary>Makes and reads options whose values are more than a text.</summary>
internal static class ValueOptions
{
    /// <summary>Limits a number.</summary>
    public static void Between(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < least || result.GetValueOrDefault<int>() > most)
            result.AddError($"{option.Name} takes a number from {least} to {most}.");
    });

    /// <summary>Reads a duration.</summary>
    /// <param name="name">The option, for the message.</param>
    /// <param name="text">What was given; <see langword="null"/> where nothing was.</param>
    /// <param name="bareUnit">The unit of a number without one.</param>
    /// <param name="atLeast">The shortest one that makes sense.</param>
    /// <exception cref="UsageException">It is no duration, or too short a one.</exception>
    public static TimeSpan? Duration(string name, string? text, TimeSpan bareUnit, TimeSpan atLeast)
    {
        if (text is null)
            return null;
        if (DurationArgument.Read(text, bareUnit) is not { } duration)
            throw new UsageException($"{name} takes a duration such as 90s, 30m or 00:30:00, not '{text}'.");
        return duration >= atLeast
            ? duration
            : throw new UsageException($"{name}: '{text}' is {Durations.Format(duration)}, and at least {Durations.Format(atLeast)} is expected. Give a unit: 90s, 30m.");
    }

    /// <summary>Reads DNS servers.</summary>
    /// <exception cref="UsageException">One of them cannot be asked.</exception>
    public static async Task<IReadOnlyList<IPEndPoint>> DnsServersAsync(string[] texts, CancellationToken cancellationToken)
    {
        List<IPEndPoint> servers = [];
        try
        {
            foreach (string text in texts)
                servers.Add(await DnsServerText.ReadAsync(text, cancellationToken).ConfigureAwait(false));
        }
        catch (EndpointInputException e)
        {
            throw new UsageException("--dns-server: " + e.Message);
        }
        return servers;
    }
}
