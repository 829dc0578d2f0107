using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MrsDiag.Endpoints;
using MrsDiag.Sources.Values;

namespace MrsDiag.Affinity;

/// <summary>The oldest Exchange version that answered or was given: severity follows it (J21).</summary>
/// <param name="Version">The build; <see langword="null"/> where only the major version is known, or nothing.</param>
/// <param name="Major">14 is Exchange 2010, 15 is 2013 and later; <see langword="null"/> where not known.</param>
/// <param name="Source">given, answered, or unknown.</param>
internal sealed record PoolVersion(Version? Version, int? Major, string Source)
{
    private static readonly Regex Year = new(@"(?<!\d)(2007|2010|2013|2016|2019)(?!\d)", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(250));

    /// <summary>Finds it.</summary>
    /// <param name="observation">What was seen and given.</param>
    /// <param name="identity">The servers.</param>
    public static PoolVersion Of(AffinityObservation observation, ServerIdentity identity)
    {
        PoolVersion given = Given(observation.GivenVersion);
        PoolVersion answered = Answered(observation, identity);
        if (given.Major is null || answered.Major is null)
            // What is given counts for the whole pool; what answered counts only where every server told its version.
            return given.Major is not null ? given : answered;
        return IsOlder(answered, given) ? answered : given;
    }

    /// <summary>Reads a version as people write it: 14.3, 15.1 (Build 2507.6), Exchange 2010, 2019, SE.</summary>
    public static PoolVersion Given(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.Length is 0 or > 100)
            return new PoolVersion(null, null, "unknown");
        if (Year.Match(trimmed) is { Success: true } year)
            return new PoolVersion(null, year.Value switch { "2007" => 8, "2010" => 14, _ => 15 }, "given");
        if (VersionText.Parse(trimmed) is { } version)
            return new PoolVersion(version, version.Major, "given");
        return int.TryParse(trimmed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int major) && major is >= 8 and <= 30
            ? new PoolVersion(null, major, "given") : trimmed.EndsWith("SE", StringComparison.OrdinalIgnoreCase) ? new PoolVersion(null, 15, "given") : new PoolVersion(null, null, "unknown");
    }

    // Exchange 2010 has neither X-FEServer nor healthcheck.htm. A server that shows none of the signs that its neighbours show may be one.
    private static PoolVersion Answered(AffinityObservation observation, ServerIdentity identity)
    {
        IGrouping<string, AffinityTrial>[] servers = [.. observation.Trials.Where(t => t is { End: CallEnd.Succeeded, Status: not null })
            .GroupBy(identity.Of, StringComparer.OrdinalIgnoreCase).Where(g => g.Key.Length > 0)];
        List<PoolVersion> known = [];
        foreach (IGrouping<string, AffinityTrial> server in servers)
        {
            Version? version = server.Select(t => VersionText.Parse(t.ExchangeVersion)).Where(v => v is not null).OrderBy(v => v).FirstOrDefault();
            int? major = version?.Major ?? (server.Any(t => t.FrontEndServer.Length > 0 || t.HealthServer.Length > 0) ? 15 : null);
            if (major is null)
                return new PoolVersion(null, null, "unknown");
            known.Add(new PoolVersion(version, major, "answered"));
        }
        return known.OrderBy(k => k.Major).ThenBy(k => k.Version).FirstOrDefault() ?? new PoolVersion(null, null, "unknown");
    }

    private static bool IsOlder(PoolVersion one, PoolVersion other) =>
        one.Major < other.Major || (one.Major == other.Major && one.Version is not null && other.Version is not null && one.Version < other.Version);
}
