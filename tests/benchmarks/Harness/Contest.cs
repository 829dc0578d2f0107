using System;
using System.Diagnostics;
using System.Linq;

namespace MrsDiag.Benchmarks.Harness;

/// <summary>Lets contenders do the same work in turn, warm, in one process.</summary>
internal static class Contest
{
    /// <summary>
    /// Measures the processor time of this process instead of the time that passes: on a machine that others use, too, it tells more
    /// about work, and nothing about what two threads gain.
    /// </summary>
    public static bool UsesProcessorTime { get; set; }

    /// <summary>Runs all contenders.</summary>
    /// <param name="warmUps">Rounds that are not counted; the compiler of the runtime needs some to settle.</param>
    /// <param name="rounds">Rounds that are.</param>
    /// <param name="contenders">Who takes part.</param>
    /// <returns>The timings in the order of the contenders.</returns>
    public static Timing[] Run(int warmUps, int rounds, params Contender[] contenders)
    {
        Timing[] timings = contenders.Select(c => new Timing(c.Name)).ToArray();
        for (int round = -warmUps; round < rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++)
            {
                // Each goes first in turn, so that none always finds the caches of the same predecessor.
                int at = (i + round + warmUps) % contenders.Length;
                TimeSpan time = Time(contenders[at].Run);
                if (round >= 0)
                    timings[at].Add(time);
            }
        }
        return timings;
    }

    private static TimeSpan Time(Action run)
    {
        // Nobody pays for what the one before left behind.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TimeSpan start = Now;
        run();
        return Now - start;
    }

    private static TimeSpan Now => UsesProcessorTime ? Environment.CpuUsage.TotalTime : Stopwatch.GetElapsedTime(0);
}
