using System;
using System.IO;

namespace MrsDiag.Package.Tests;

/// <summary>Where things stand: the repository root is the importable module.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MrsDiag.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("MrsDiag.sln was not found above " + AppContext.BaseDirectory);
    }
}
