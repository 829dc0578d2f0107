using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>
/// Starts every peer from one thread that lives as long as the test process. The signal that setpriv asks for comes when the *thread*
/// that started a child ends, so a pool thread would take its peers with it in the middle of a test.
/// </summary>
internal static class PeerLauncher
{
    private static readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Done)> Queue = [];
    private static readonly string? SetPriv = PeerProgram.Find("setpriv");

    static PeerLauncher() => new Thread(Run) { IsBackground = true, Name = "Peer launcher" }.Start();

    public static Process Start(ProcessStartInfo start)
    {
        EndWithThisProcess(start);
        TaskCompletionSource<Process> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Queue.Add((start, done));
        return done.Task.GetAwaiter().GetResult();
    }

    /// <summary>Wraps the command so that the system ends the peer when the test run is aborted, even by SIGKILL.</summary>
    private static void EndWithThisProcess(ProcessStartInfo start)
    {
        if (SetPriv is null) return;
        string[] given = [.. start.ArgumentList];
        start.ArgumentList.Clear();
        foreach (string argument in (string[])["--pdeathsig", "TERM", "--", start.FileName, .. given]) start.ArgumentList.Add(argument);
        start.FileName = SetPriv;
    }

    private static void Run()
    {
        foreach ((ProcessStartInfo start, TaskCompletionSource<Process> done) in Queue.GetConsumingEnumerable())
        {
            try
            {
                done.SetResult(Process.Start(start)!);
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        }
    }
}
