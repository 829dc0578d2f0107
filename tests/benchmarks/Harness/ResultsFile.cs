using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using MrsDiag.Benchmarks.Inputs;

namespace MrsDiag.Benchmarks.Harness;

/// <summary>The results of the last full run, kept beside the program.</summary>
internal static class ResultsFile
{
    public static string Render(IReadOnlyList<Result> results)
    {
        StringBuilder text = new();
        text.Append("# Results of the last full run\n\n");
        text.Append(CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}. ");
        text.Append("What is measured and how: [README.md](README.md). Seconds are for orientation; the ratios count.\n\n");
        text.Append("| Job | Beside | Measured | Aim | |\n|---|---|---|---|---|\n");
        foreach (Result result in results)
            text.Append(CultureInfo.InvariantCulture, $"| {result.Job} | {result.Beside} | {result.Measured} | {result.Aim} | {result.Verdict} |\n");
        return text.ToString();
    }

    public static void Save(IReadOnlyList<Result> results) =>
        File.WriteAllText(Path.Combine(Repository.Root, "tests", "benchmarks", "RESULTS.md"), Render(results));
}
