using System;
using System.Management.Automation;
using System.Threading;
using MrsDiag.Pipeline;

namespace MrsDiag.Cmdlets.Tests.Pipeline;

/// <summary>A command of the module's base class that gives numbers from another thread until it is told to stop.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Endless")]
public sealed class EndlessCommand : MrsDiagCommand
{
    /// <summary>How many workers run now, over all instances of the test process's last command.</summary>
    public static int Running => _running;

    private static int _running;

    /// <summary>The worker fails when it has given this many.</summary>
    [Parameter]
    public int FailAfter { get; set; } = int.MaxValue;

    /// <summary>The worker ends when it has given this many.</summary>
    [Parameter]
    public int EndAfter { get; set; } = int.MaxValue;

    /// <summary>Give nothing, only wait for the stop.</summary>
    [Parameter]
    public SwitchParameter Silent { get; set; }

    private protected override void End() => RunAside<int>(Work, n => WriteObject(n));

    private void Work(Action<int> give, CancellationToken stop)
    {
        Interlocked.Increment(ref _running);
        try
        {
            if (Silent)
                stop.WaitHandle.WaitOne(TimeSpan.FromMinutes(2));
            for (int i = 0; i < EndAfter; i++)
            {
                stop.ThrowIfCancellationRequested();
                if (i == FailAfter)
                    throw new InvalidOperationException("The worker failed.");
                give(i);
            }
        }
        finally
        {
            // Whoever does not wait for the worker sees it still running.
            Thread.Sleep(100);
            Interlocked.Decrement(ref _running);
        }
    }
}
