using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using MrsDiag.Benchmarks.Harness;
using MrsDiag.Benchmarks.Inputs;
using MrsDiag.MoveReports;

namespace MrsDiag.Benchmarks.Rows;

/// <summary>Judging a large file of move reports, beside reading it only.</summary>
internal static class ClixmlRow
{
    public static IEnumerable<Result> Run(BenchmarkOptions options, WorkFolder folder)
    {
        int size = options.Pick(full: 200, quick: 40);
        string file = folder.WriteReports(size);
        MoveReportAnalyzer analyzer = ShippedRules.Analyzer();
        Contender judge = new("judge", () => Judge(analyzer, file));
        Timing[] pass = Contest.Run(3, options.Pick(full: 15, quick: 5), judge, new Contender("XmlReader", () => Pass(file)));
        string job = $"judge {size} MB of UTF-16 CLIXML, {ShippedRules.Load.Packs.Sum(p => p.Rules.Count)} rules ({Seconds(pass[0])})";
        double ratio = pass[0].Over(pass[1]);
        yield return new Result(job, $"a bare XmlReader pass ({Seconds(pass[1])})", $"{ratio:0.00} times its time", "at most 1.5", ratio <= 1.5);
        foreach (Result result in BesideImport(options, file, judge, job))
            yield return result;
        foreach (Result result in Memory(options, folder))
            yield return result;
    }

    private static IEnumerable<Result> BesideImport(BenchmarkOptions options, string file, Contender judge, string job)
    {
        if (!PowerShellSession.IsThere)
        {
            yield return new Result(job, "Import-Clixml", "not run: no PowerShell was found");
            yield break;
        }
        using PowerShellSession session = new();
        session.Set("file", file);
        Contender import = new("Import-Clixml", () => session.Run("$null = Import-Clixml -LiteralPath $file"));
        Timing[] timings = Contest.Run(1, options.Pick(full: 5, quick: 3), judge, import);
        double ratio = timings[1].Over(timings[0]);
        yield return new Result(job, $"Import-Clixml alone ({Seconds(timings[1])})", $"{ratio:0.0} times faster", "at least 10", ratio >= 10);
    }

    private static IEnumerable<Result> Memory(BenchmarkOptions options, WorkFolder folder)
    {
        foreach (int size in options.IsQuick ? (int[])[10, 40] : [50, 200, 1024])
        {
            string file = folder.WriteReports(size);
            MemoryProbe probe = MemoryProbe.Run(file);
            File.Delete(file);
            yield return new Result($"judge {size} MB, in a process of its own", "",
                $"heap at most {probe.Heap >> 20} MB; working set +{probe.Growth >> 20} MB", "heap below 150 MB at any size", probe.Heap < 150L << 20);
        }
    }

    private static void Judge(MoveReportAnalyzer analyzer, string file)
    {
        foreach (MoveReportResult result in analyzer.AnalyzeFile(file))
        {
            if (result.Problem is { } problem)
                throw new InvalidDataException(problem.ToString());
        }
    }

    private static void Pass(string file)
    {
        using FileStream stream = File.OpenRead(file);
        using XmlReader reader = XmlReader.Create(stream);
        while (reader.Read())
        {
        }
    }

    private static string Seconds(Timing timing) => $"{timing.Median:0.000} s";
}
