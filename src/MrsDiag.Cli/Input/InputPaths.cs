using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MrsDiag.Text;

namespace MrsDiag.Cli.Input;

/// <summary>Turns the names on the command line into files. Windows shells leave wildcards to the program.</summary>
internal static class InputPaths
{
    /// <summary>Standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Expands one name.</summary>
    /// <param name="name">A file, a folder, a wildcard in the last part, or <c>-</c>.</param>
    /// <param name="extensions">Which files of a folder are meant.</param>
    /// <returns>The files, sorted; empty where nothing fits.</returns>
    public static IReadOnlyList<string> Expand(string name, IReadOnlyList<string> extensions)
    {
        if (name == StandardInput || File.Exists(name))
            return [name];
        if (Directory.Exists(name))
            return Sorted(Directory.EnumerateFiles(name).Where(f => extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)));
        string pattern = Path.GetFileName(name);
        if (!Wildcard.IsPattern(pattern))
            return [name];
        string folder = Path.GetDirectoryName(name) is { Length: > 0 } given ? given : ".";
        return Directory.Exists(folder)
            ? Sorted(Directory.EnumerateFiles(folder).Where(f => Wildcard.IsMatch(pattern, Path.GetFileName(f))).Select(f => folder == "." ? Path.GetFileName(f) : f))
            : [];
    }

    private static string[] Sorted(IEnumerable<string> files) => [.. files.OrderBy(f => f, StringComparer.OrdinalIgnoreCase)];
}
