using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>For what a peer does a moment after the client has seen its answer, such as writing its log.</summary>
internal static class Eventually
{
    /// <summary>Waits up to ten seconds for the condition.</summary>
    public static async Task IsTrueAsync(Func<bool> condition, Func<string> describe)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(10)) throw new TimeoutException("Not within ten seconds: " + describe());
            await Task.Delay(20);
        }
    }
}
