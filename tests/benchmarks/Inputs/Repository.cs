using System;
using System.IO;

namespace MrsDiag.Benchmarks.Inputs;

/// <summary>The clone that this program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MrsDiag.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The benchmarks run in a clone: MrsDiag.sln was not found above the program.");
    }
}
