using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MrsDiag.Isolation;
using MrsDiag.Rules;
using MrsDiag.Sources;

namespace MrsDiag.RuleBase;

/// <summary>Finds and reads the files of rule packs.</summary>
internal static class RulePackFiles
{
    // The reader refuses packs above 1 MB; one character more than that is enough to let it say so.
    private const int MostCharacters = (1 << 20) + 1;

    /// <summary>What counts as a pack or overlay in a folder.</summary>
    internal static readonly string[] Patterns = ["*.yml", "*.yaml"];

    /// <summary>The folder of the packs that come with the module.</summary>
    internal static string ShippedFolder { get; } = Path.Combine(PrivateAssemblies.ModuleFolder, "rules");

    /// <summary>The packs that come with the module.</summary>
    /// <returns>Full file names in a stable order; none when the folder is missing.</returns>
    internal static IReadOnlyList<string> Shipped() =>
        Directory.Exists(ShippedFolder)
            ? Patterns.SelectMany(p => Directory.GetFiles(ShippedFolder, p)).OrderBy(f => f, StringComparer.Ordinal).ToArray()
            : [];

    /// <summary>Reads one file as text; its byte order mark decides the encoding, UTF-8 without one.</summary>
    /// <param name="path">Full name.</param>
    /// <returns>The file, cut behind the largest size that a pack may have.</returns>
    /// <exception cref="InputFileException">The file cannot be opened; the message says why.</exception>
    /// <exception cref="IOException">The file cannot be read to its end.</exception>
    internal static RulePackFile Read(string path)
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
}
