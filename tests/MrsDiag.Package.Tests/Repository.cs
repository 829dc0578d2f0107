using System;
using System.IO;
using System.Text;
using Xunit;

namespace MrsDiag.Package.Tests;

/// <summary>Where things stand: the repository root is the importable module.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>
    /// Asserts that a generated file is committed as its generator writes it, so that what ships needs no tool. MRSDIAG_UPDATE=1 makes it
    /// write the file first: look at the difference and commit it.
    /// </summary>
    public static void AssertCommitted(string expected, params string[] parts)
    {
        UTF8Encoding encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        string path = PathOf(parts);
        if (Environment.GetEnvironmentVariable("MRSDIAG_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected, encoding);
        }
        Assert.True(File.Exists(path), path + " is missing; with MRSDIAG_UPDATE=1 this test writes it.");
        Assert.Equal(expected, encoding.GetString(File.ReadAllBytes(path)));
    }

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MrsDiag.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("MrsDiag.sln was not found above " + AppContext.BaseDirectory);
    }
}
