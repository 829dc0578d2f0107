using System;
using System.IO;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>A folder of one peer; gone with it. Peers that drop root read their files here, so others may read it.</summary>
internal sealed class TempFolder : IDisposable
{
    private const UnixFileMode OthersMayRead = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public TempFolder(string name)
    {
        Path = Directory.CreateTempSubdirectory("mrsdiag-" + name + "-").FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, OthersMayRead);
    }

    public string Path { get; }

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a text file and gives its path.</summary>
    public string Write(string name, string text)
    {
        string path = PathOf(name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The text of every *.log file, each under its name; a peer may still be writing them.</summary>
    public string ReadLogs()
    {
        StringWriter all = new();
        foreach (string path in Directory.Exists(Path) ? Directory.GetFiles(Path, "*.log") : [])
        {
            using StreamReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            all.WriteLine("-- " + System.IO.Path.GetFileName(path));
            all.WriteLine(reader.ReadToEnd());
        }

        return all.ToString();
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A child that is just ending may still write; the system clears temporary folders.
        }
    }
}
