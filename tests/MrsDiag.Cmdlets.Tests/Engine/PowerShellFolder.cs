using System;
using System.IO;
using System.Linq;
using MrsDiag.Tests.Shared;

namespace MrsDiag.Cmdlets.Tests.Engine;

/// <summary>Finds the PowerShell to test in: the program that PWSH names, else pwsh on PATH.</summary>
internal static class PowerShellFolder
{
    /// <summary>The folder that holds System.Management.Automation.dll, or null.</summary>
    public static string? Path { get; } = Find();

    /// <summary>Why engine tests are skipped; null when they run, or when the environment requires them.</summary>
    public static string? SkipReason { get; } =
        Path is not null || RequiredPeers.Contains("pwsh") ? null : "No PowerShell was found: put pwsh on PATH or name it in PWSH.";

    private static string? Find()
    {
        string program = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        string? named = Environment.GetEnvironmentVariable("PWSH");
        string[] candidates = string.IsNullOrEmpty(named)
            ? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Select(f => System.IO.Path.Combine(f, program)).ToArray()
            : [named];
        return candidates.Where(File.Exists).Select(FolderOf).FirstOrDefault(f => File.Exists(System.IO.Path.Combine(f, "System.Management.Automation.dll")));
    }

    private static string FolderOf(string program)
    {
        FileInfo file = new(program);
        FileSystemInfo real = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        return System.IO.Path.GetDirectoryName(real.FullName)!;
    }
}
