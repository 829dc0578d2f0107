using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using MrsDiag.Benchmarks.Inputs;
using MrsDiag.MoveReports;

namespace MrsDiag.Benchmarks.Harness;

/// <summary>
/// The most memory that judging a file takes, in a process of its own: what other jobs left behind would blur it.
/// </summary>
/// <param name="Heap">Largest managed heap seen, garbage not yet collected included, bytes.</param>
/// <param name="Growth">Growth of the largest working set over that before the file was opened, bytes.</param>
internal sealed record MemoryProbe(long Heap, long Growth)
{
    /// <summary>The argument by which a run of this program is a probe.</summary>
    public const string Argument = "--memory-probe";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(2);

    /// <summary>Starts a process that judges a file.</summary>
    public static MemoryProbe Run(string file)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "MrsDiag.Benchmarks" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        ProcessStartInfo start = new(program, [Argument, file]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The memory probe ended with {process.ExitCode}.");
        long[] numbers = answer.Trim().Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return new MemoryProbe(numbers[0], numbers[1]);
    }

    /// <summary>The probe itself: judges the file and prints the two numbers.</summary>
    public static void Answer(string file)
    {
        MoveReportAnalyzer analyzer = ShippedRules.Analyzer();
        using Process process = Process.GetCurrentProcess();
        long before = process.WorkingSet64;
        long heap = 0;
        long workingSet = before;
        using ManualResetEventSlim done = new();
        Thread watch = new(() =>
        {
            while (!done.Wait(Interval))
            {
                heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
                process.Refresh();
                workingSet = Math.Max(workingSet, process.WorkingSet64);
            }
        });
        watch.Start();
        int judged = analyzer.AnalyzeFile(file).Count(r => r.Problem is null);
        done.Set();
        watch.Join();
        if (judged == 0)
            throw new InvalidOperationException("Nothing was judged.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{heap} {workingSet - before}"));
    }
}
