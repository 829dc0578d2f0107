using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using MrsDiag.Benchmarks.Harness;
using MrsDiag.Benchmarks.Inputs;
using MrsDiag.Benchmarks.Rows;

namespace MrsDiag.Benchmarks;

/// <summary>Runs the benchmarks that the command line names.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (args is [MemoryProbe.Argument, string file])
        {
            MemoryProbe.Answer(file);
            return 0;
        }
        if (args is [EndpointFarm.Argument, string count, string milliseconds])
        {
            EndpointFarm.Serve(count, milliseconds);
            return 0;
        }
        if (BenchmarkOptions.Parse(args) is not { } options)
        {
            Console.Error.WriteLine($"Usage: dotnet run -c Release --project tests/benchmarks -- [all|{string.Join('|', BenchmarkOptions.AllRows)}]... [--quick] [--cpu]");
            return 2;
        }
        Run(options);
        return 0;
    }

    private static void Run(BenchmarkOptions options)
    {
        Contest.UsesProcessorTime = options.UsesProcessorTime;
        using WorkFolder folder = new();
        List<Result> results = [];
        foreach (Result result in Rows(options, folder))
        {
            results.Add(result);
            Console.WriteLine($"{result.Job} | {result.Beside} | {result.Measured} | {result.Aim} {result.Verdict}");
        }
        if (!options.IsWhole)
            return;
        ResultsFile.Save(results);
        Console.WriteLine("Written to tests/benchmarks/RESULTS.md.");
    }

    private static IEnumerable<Result> Rows(BenchmarkOptions options, WorkFolder folder)
    {
        IEnumerable<Result> results = [];
        if (options.Rows.Contains("clixml"))
            results = results.Concat(ClixmlRow.Run(options, folder));
        if (options.Rows.Contains("objects"))
            results = results.Concat(Objects(options, folder));
        if (options.Rows.Contains("endpoints"))
            results = results.Concat(EndpointRow.Run(options));
        if (options.Rows.Contains("import"))
            results = results.Concat(ImportRow.Run(options, folder));
        return results;
    }

    // Types of the engine are behind this call, so that the other rows run where there is none.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IEnumerable<Result> Objects(BenchmarkOptions options, WorkFolder folder) => ObjectsRow.Run(options, folder);
}
