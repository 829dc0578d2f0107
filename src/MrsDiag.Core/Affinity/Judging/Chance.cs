using System;
using System.Globalization;

namespace MrsDiag.Affinity;

/// <summary>How likely servers stay unseen although the balancer shares connections out at random.</summary>
internal static class Chance
{
    /// <summary>The chance that, after the first connection, none of the others meets one of some servers.</summary>
    /// <param name="missed">How many servers are missed.</param>
    /// <param name="pool">How many there are.</param>
    /// <param name="connections">How many connections were made.</param>
    /// <returns>Between 0 and 1.</returns>
    public static double OfMissing(int missed, int pool, int connections) =>
        Math.Pow(1 - (missed / (double)pool), Math.Max(0, connections - 1));

    /// <summary>Prints it so that nobody has to count zeros.</summary>
    public static string Format(double chance) => chance switch
    {
        >= 0.995 => "100 %",
        >= 0.01 => Math.Round(chance * 100, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture) + " %",
        >= 0.000001 => "1 in " + Math.Round(1 / chance, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture),
        _ => "less than 1 in 1000000",
    };
}
