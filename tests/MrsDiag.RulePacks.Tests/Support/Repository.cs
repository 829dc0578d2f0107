using System;
using System.IO;
using Xunit;

namespace MrsDiag.RulePacks.Tests.Support;

/// <summary>Files of the repository, and texts in it that are made from code.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of this project.</summary>
    public static string Tests => Path.Combine(Root, "tests", "MrsDiag.RulePacks.Tests");

    /// <summary>Asserts that a committed file holds a text; with MRSDIAG_UPDATE=1 it writes the file first.</summary>
    public static void AssertCommitted(string path, string text)
    {
#if NET
        // Both targets run at the same time; one of them writes.
        if (Environment.GetEnvironmentVariable("MRSDIAG_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
#endif
        Assert.True(File.Exists(path), path + " is not there. Run the tests once with MRSDIAG_UPDATE=1.");
        Assert.Equal(text, File.ReadAllText(path).Replace("\r\n", "\n"));
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MrsDiag.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
