using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MrsDiag.Endpoints;
using MrsDiag.Sources;

namespace MrsDiag.Cli.Input;

/// <summary>What names endpoints on a command line: URLs and names, files of them or of objects, and standard input.</summary>
internal static class EndpointTargets
{
    private static readonly string[] Extensions = [".xml", ".clixml", ".txt"];

    /// <summary>What help says about them.</summary>
    public const string Description = "URLs or host names; or files of them, of saved results or of exported objects (CLIXML); - for standard input.";

    /// <summary>Takes one.</summary>
    /// <param name="intake">What takes it.</param>
    /// <param name="target">The argument.</param>
    /// <param name="cancellationToken">Stops between objects of a file.</param>
    /// <returns>What is wrong with it or with parts of it.</returns>
    // A name is a file where such a file is there, or where only a file can be meant.
    public static IEnumerable<InputProblem> Take(ObjectIntake intake, string target, CancellationToken cancellationToken)
    {
        if (target == InputPaths.StandardInput)
            return TakeStandardInput(intake, cancellationToken);
        if (!File.Exists(target) && !Directory.Exists(target) && !target.Contains('*', StringComparison.Ordinal)
            && !Extensions.Contains(Path.GetExtension(target), StringComparer.OrdinalIgnoreCase))
            return intake.AddText(target) is { } problem ? [problem] : [];
        IReadOnlyList<string> files = InputPaths.Expand(target, Extensions);
        return files.Count > 0
            ? files.SelectMany(f => intake.AddFile(f, cancellationToken))
            : [new InputProblem("FileNotFound", $"No file fits '{target}'.", target)];
    }

    private static IReadOnlyList<InputProblem> TakeStandardInput(ObjectIntake intake, CancellationToken cancellationToken)
    {
        using MemoryStream memory = new();
        using (Stream input = Console.OpenStandardInput())
            input.CopyTo(memory);
        memory.Position = 0;
        return intake.AddStream(memory, "standard input", cancellationToken);
    }
}
