using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Benchmarks.Harness;

/// <summary>How long one contender took, round by round.</summary>
internal sealed class Timing(string name)
{
    private readonly List<double> _seconds = [];

    public string Name { get; } = name;

    /// <summary>The middle one of all rounds, seconds.</summary>
    public double Median => Middle(_seconds);

    public void Add(TimeSpan time) => _seconds.Add(time.TotalSeconds);

    /// <summary>
    /// How many times longer this one took than another. Round by round and then the middle: what disturbs the machine for some seconds
    /// disturbs both sides of a round alike.
    /// </summary>
    public double Over(Timing other) => Middle(_seconds.Zip(other._seconds, (mine, theirs) => mine / theirs));

    /// <summary>How much longer it took than another, seconds, likewise.</summary>
    public double Beyond(Timing other) => Middle(_seconds.Zip(other._seconds, (mine, theirs) => mine - theirs));

    private static double Middle(IEnumerable<double> values)
    {
        double[] ordered = values.Order().ToArray();
        int half = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[half] : (ordered[half - 1] + ordered[half]) / 2;
    }
}
