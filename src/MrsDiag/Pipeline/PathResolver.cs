using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace MrsDiag.Pipeline;

/// <summary>Turns paths as users write them into files. A bad path is one error, and the others go on.</summary>
internal sealed class PathResolver(PSCmdlet cmdlet)
{
    private const string FileSystem = "FileSystem";

    /// <summary>Whether a path so far was bad.</summary>
    internal bool HasRefused { get; private set; }

    /// <summary>Resolves paths to files.</summary>
    /// <param name="paths">Paths of any provider.</param>
    /// <param name="literal">Whether brackets and stars mean themselves.</param>
    /// <param name="folderPatterns">The files to take from a folder, for example <c>*.yml</c>.</param>
    /// <returns>Full file names, each once.</returns>
    internal IReadOnlyList<string> Files(IEnumerable<string> paths, bool literal, IReadOnlyList<string> folderPatterns)
    {
        List<string> files = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string path in paths)
            files.AddRange(Items(path, literal).SelectMany(item => Expand(item, folderPatterns)).Where(seen.Add));
        return files;
    }

    /// <summary>The file that a text names, if it names one.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Its full name, or <see langword="null"/>; never an error.</returns>
    internal string? FindFile(string text)
    {
        const int longestPath = 1024;
        if (text.Length is 0 or > longestPath || text.IndexOf('\n') >= 0)
            return null;
        try
        {
            string path = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(text, out ProviderInfo provider, out _);
            return provider.Name == FileSystem && File.Exists(path) ? path : null;
        }
        catch (Exception e) when (e is RuntimeException or ArgumentException or NotSupportedException or InvalidOperationException && !Flow.MustPass(e))
        {
            // "Error: access denied" reads as a drive that is not there.
            return null;
        }
    }

    private IReadOnlyList<string> Items(string path, bool literal)
    {
        try
        {
            ProviderInfo provider;
            IReadOnlyList<string> items = literal
                ? [cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _)]
                : cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out provider);
            if (!string.Equals(provider.Name, FileSystem, StringComparison.OrdinalIgnoreCase))
                return Refuse(Errors.PathNotFileSystem(path, provider.Name));
            IReadOnlyList<string> there = items.Where(i => File.Exists(i) || Directory.Exists(i)).ToArray();
            return there.Count > 0 ? there : Refuse(Errors.PathNotFound(path));
        }
        catch (ItemNotFoundException e)
        {
            return Refuse(Errors.PathNotFound(path, e));
        }
        catch (Exception e) when (e is RuntimeException or ArgumentException or NotSupportedException or InvalidOperationException && !Flow.MustPass(e))
        {
            return Refuse(Errors.PathInvalid(path, e));
        }
    }

    private IReadOnlyList<string> Expand(string item, IReadOnlyList<string> folderPatterns)
    {
        if (!Directory.Exists(item))
            return [item];
        try
        {
            string[] files = folderPatterns.SelectMany(p => Directory.GetFiles(item, p)).OrderBy(f => f, StringComparer.Ordinal).ToArray();
            return files.Length > 0 ? files : Refuse(Errors.FolderEmpty(item, folderPatterns));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(Errors.FileNotReadable(item, e));
        }
    }

    private IReadOnlyList<string> Refuse(ErrorRecord error)
    {
        HasRefused = true;
        cmdlet.WriteError(error);
        return [];
    }
}
