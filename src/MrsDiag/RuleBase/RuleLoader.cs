using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using MrsDiag.Diagnostics;
using MrsDiag.Pipeline;
using MrsDiag.Rules;
using MrsDiag.Sources;

namespace MrsDiag.RuleBase;

/// <summary>Loads rules for a cmdlet and tells the user what is wrong with them.</summary>
internal sealed class RuleLoader(PSCmdlet cmdlet)
{
    /// <summary>Loads the shipped packs and those that the user names.</summary>
    /// <param name="rulePath">Files, folders or wildcards; may be empty.</param>
    /// <returns>The rules. Mistakes in packs have been written as errors, doubts as warnings.</returns>
    /// <exception cref="PipelineStoppedException">There is no rule at all; the error has been thrown to the user.</exception>
    internal RulePackLoad Load(string[] rulePath)
    {
        IReadOnlyList<string> paths = new PathResolver(cmdlet).Files(rulePath, literal: false, RulePackFolder.Patterns);
        IReadOnlyList<RulePackFile> files = ReadFiles(paths);
        RulePackLoad load = Guard(() => RulePackProvider.With(files));
        foreach (Diagnostic problem in load.Diagnostics)
            Tell(problem);
        if (load.Packs.Count == 0)
            cmdlet.ThrowTerminatingError(Errors.RulePacksMissing(RulePackProvider.ShippedFolder));
        return load;
    }

    /// <summary>Reads files; one that cannot be read is an error, and the others go on.</summary>
    /// <param name="paths">Full names.</param>
    /// <returns>The files that could be read.</returns>
    internal IReadOnlyList<RulePackFile> ReadFiles(IEnumerable<string> paths)
    {
        List<RulePackFile> files = [];
        foreach (string path in paths)
        {
            try
            {
                files.Add(RulePackFolder.Read(path));
            }
            catch (Exception e) when (e is InputFileException or IOException)
            {
                cmdlet.WriteError(Errors.FileNotReadable(path, e));
            }
        }
        return files;
    }

    /// <summary>Runs what needs the module's own files; when they are incomplete, nothing can go on.</summary>
    /// <typeparam name="T">Its result.</typeparam>
    /// <param name="load">What to run.</param>
    /// <returns>Its result.</returns>
    internal T Guard<T>(Func<T> load)
    {
        try
        {
            return load();
        }
        catch (Exception e) when (e is InputFileException or IOException or UnauthorizedAccessException or BadImageFormatException or TypeLoadException)
        {
            cmdlet.ThrowTerminatingError(Errors.ModuleIncomplete(e, RulePackProvider.ShippedFolder));
            throw;
        }
    }

    private void Tell(Diagnostic problem)
    {
        if (problem.Level == DiagnosticLevel.Error)
            cmdlet.WriteError(Errors.RulePackInvalid(problem));
        else
            cmdlet.WriteWarning(problem.ToString());
    }
}
