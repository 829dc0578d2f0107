using System;
using System.Globalization;
using MrsDiag.Endpoints;
using MrsDiag.Sources.Values;
using MrsDiag.Text;

namespace MrsDiag.Affinity;

/// <summary>The version of a server as people say it: a year, SE, or a build.</summary>
public static class ExchangeVersionText
{
    /// <summary>The names of versions that are understood beside builds, oldest first.</summary>
    public static string[] Names => ["2010", "2013", "2016", "2019", "SE"];

    /// <summary>Reads one.</summary>
    /// <param name="text">For example <c>2010</c>, <c>Exchange 2016</c>, <c>SE</c>, <c>15.1</c>, <c>Version 14.3 (Build 123.4)</c>.</param>
    /// <returns>A build or its beginning, for example <c>14.3</c>; <see langword="null"/> where it names no version of Exchange Server.</returns>
    public static string? Read(string text)
    {
        string clean = (text ?? "").Trim();
        string name = clean.Substring(clean.LastIndexOf(' ') + 1).ToUpper(CultureInfo.InvariantCulture);
        return name switch
        {
            "2007" => "8.3",
            "2010" => "14.3",
            "2013" => "15.0",
            "2016" => "15.1",
            // Subscription Edition is a later build of the same line.
            "2019" or "SE" => "15.2",
            _ => VersionText.Parse(clean) is { } build && IsServer(build) ? build.ToString() : null,
        };
    }

    /// <summary>Reads one that has to be right.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A build or its beginning.</returns>
    /// <exception cref="EndpointInputException">It names no version (<c>ServerVersionInvalid</c>).</exception>
    public static string ReadOrThrow(string text) => Read(text) ?? throw new EndpointInputException(
        EndpointInputException.ServerVersionInvalid,
        $"'{FactText.Shorten(text, 60)}' names no version of Exchange Server. Give {string.Join(", ", Names)}, or a build such as 14.3.123.4.");

    private static bool IsServer(Version build) => build.Major is 8 or 14 || (build.Major == 15 && build.Minor <= 2);
}
