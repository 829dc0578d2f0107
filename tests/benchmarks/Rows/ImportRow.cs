using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Reflection;
using System.Reflection.Emit;
using MrsDiag.Benchmarks.Harness;
using MrsDiag.Benchmarks.Inputs;
using MrsDiag.Cmdlets.Tests.Engine;

namespace MrsDiag.Benchmarks.Rows;

/// <summary>Importing the module in a PowerShell process, beside importing an empty binary module in another.</summary>
internal static class ImportRow
{
    public static IEnumerable<Result> Run(BenchmarkOptions options, WorkFolder folder)
    {
        if (PowerShellFolder.Path is not { } home)
        {
            yield return new Result("Import-Module MrsDiag", "an empty binary module", "not run: no PowerShell was found");
            yield break;
        }
        string program = Path.Combine(home, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh");
        string empty = WriteEmptyModule(folder);
        string module = Path.Combine(Repository.Root, "MrsDiag.psd1");
        Timing[] timings = Contest.Run(1, options.Pick(full: 21, quick: 9),
            new Contender("MrsDiag", () => Import(program, module)), new Contender("empty", () => Import(program, empty)));
        double more = timings[0].Beyond(timings[1]) * 1000;
        yield return new Result($"Import-Module MrsDiag, whole process ({timings[0].Median:0.000} s)", $"an empty binary module ({timings[1].Median:0.000} s)",
            $"{more:0} ms more", "under 150 ms more", more < 150);
    }

    private static string WriteEmptyModule(WorkFolder folder)
    {
        PersistedAssemblyBuilder assembly = new(new AssemblyName("EmptyModule"), typeof(object).Assembly);
        assembly.DefineDynamicModule("EmptyModule");
        string path = folder.PathOf("EmptyModule.dll");
        assembly.Save(path);
        return path;
    }

    private static void Import(string program, string module)
    {
        string command = $"Import-Module -Name '{module.Replace("'", "''", StringComparison.Ordinal)}' -ErrorAction Stop";
        ProcessStartInfo start = new(program, ["-NoLogo", "-NoProfile", "-NonInteractive", "-Command", command]) { RedirectStandardInput = true };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"Import-Module '{Path.GetFileName(module)}' ended with {process.ExitCode}.");
    }
}
