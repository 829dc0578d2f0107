using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MrsDiag.Sources;

namespace MrsDiag.Rules;

/// <summary>Finds and reads the files of rule packs; the cmdlets and the console program share it.</summary>
public static class RulePackFolder
{
    // The reader refuses packs above 1 MB; one character more than that is enough to let it say so.
    private const int MostCharacters = (1 << 20) + 1;

    /// <summary>What counts as a pack or overlay in a folder.</summary>
    public static IReadOnlyList<string> Patterns { get; } = ["*.yml", "*.yaml"];

    /// <summary>The packs and overlays of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Full file names in a stable order; none when the folder is missing.</returns>
    public static IReadOnlyList<string> Files(string folder) =>
        Directory.Exists(folder)
            ? Patterns.SelectMany(p => Directory.GetFiles(folder, p)).OrderBy(f => f, StringComparer.Ordinal).ToArray()
            : [];

    /// <summary>Reads one file as text; its byte order mark decides the encoding, UTF-8 without one.</summary>
    /// <param name="path">Full name.</param>
    /// <returns>The file, cut behind the largest size that a pack may have.</returns>
    /// <exception cref="InputFileException">The file cannot be opened; the message says why.</exception>
    /// <exception cref="IOException">The file cannot be read to its end.</exception>
    public static RulePackFile Read(string path)
    {
        using Stream stream = InputFile.Open(path);
        using StreamReader reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        char[] buffer = new char[4096];
        StringBuilder text = new();
        int read;
        while (text.Length < MostCharacters && (read = reader.Read(buffer, 0, Math.Min(buffer.Length, MostCharacters - text.Length))) > 0)
            text.Append(buffer, 0, read);
        return new RulePackFile(path, text.ToString());
    }

    /// <summary>The shipped packs beside those of a user. A user's file of the same name is taken as the new version of the shipped one.</summary>
    /// <param name="shippedFolder">Folder of the shipped packs.</param>
    /// <param name="user">The user's files.</param>
    /// <returns>All files, to be read as one rule base.</returns>
    public static IReadOnlyList<RulePackFile> Combine(string shippedFolder, IReadOnlyList<RulePackFile> user)
    {
        HashSet<string> names = new(user.Select(f => Path.GetFileName(f.Name)), StringComparer.OrdinalIgnoreCase);
        return [.. Files(shippedFolder).Where(f => !names.Contains(Path.GetFileName(f))).Select(Read), .. user];
    }
}
