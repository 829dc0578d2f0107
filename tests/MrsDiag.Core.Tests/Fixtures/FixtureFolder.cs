using System;
using System.IO;

namespace MrsDiag.Core.Tests.Fixtures;

/// <summary>The committed fixtures, in the repository itself.</summary>
internal static class FixtureFolder
{
    public static string MoveReports => Path.Combine(Root(), "tests", "fixtures", "move-reports");

    public static string MoveReport(string name) => Path.Combine(MoveReports, name);

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MrsDiag.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
