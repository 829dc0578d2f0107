using System;
using System.IO;
using MrsDiag.Fixtures.MoveReports;

namespace MrsDiag.Benchmarks.Inputs;

/// <summary>A folder for the files of one run, removed at its end.</summary>
internal sealed class WorkFolder : IDisposable
{
    // Out of sixteen mailboxes ten went well; the lines of all are mostly informational. What goes wrong is what the rules know.
    private static readonly MoveScenario[] Mix =
    [
        MoveScenario.Healthy, MoveScenario.InProgress, MoveScenario.AffinityLost2010, MoveScenario.Healthy,
        MoveScenario.InProgress, MoveScenario.Auth401, MoveScenario.Healthy, MoveScenario.InProgress,
        MoveScenario.StalledTargetDisk, MoveScenario.Healthy, MoveScenario.Unavailable503, MoveScenario.InProgress,
        MoveScenario.Healthy, MoveScenario.TooManyTransientFailures, MoveScenario.MailboxLock, MoveScenario.Healthy,
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mrsdiag-benchmarks-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes move reports as Export-Clixml of Windows PowerShell does: UTF-16, 400 lines a mailbox.</summary>
    /// <param name="megabytes">Size of the file.</param>
    /// <returns>Its path.</returns>
    public string WriteReports(int megabytes)
    {
        string path = PathOf($"reports-{megabytes}.clixml");
        using FileStream file = File.Create(path);
        MoveReportFixture.WriteUpTo(file, megabytes * 1024L * 1024L, new MoveReportFixtureOptions { Scenarios = Mix, Entries = 400, Failures = 8 });
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
