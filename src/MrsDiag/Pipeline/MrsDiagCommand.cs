using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Pipeline;

/// <summary>What all cmdlets of the module share: cancellation, progress, and an orderly end however they end.</summary>
public abstract class MrsDiagCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ProgressMeter _progress;

    private protected MrsDiagCommand() => _progress = new ProgressMeter(WriteProgress);

    /// <summary>Cancelled by Ctrl+C and by every other end that is not the regular one.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    /// <summary>Prepares; before the first input.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>Handles one input.</summary>
    private protected virtual void Process()
    {
    }

    /// <summary>Finishes; after the last input.</summary>
    private protected virtual void End()
    {
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Guard(Begin);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Guard(Process);

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        Guard(End);
        _progress.Complete();
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => Cancel();

    /// <summary>Cancels what is still running and frees it; PowerShell calls it however the pipeline ended.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Cancels and frees.</summary>
    /// <param name="disposing">Whether the call comes from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        Cancel();
        _stop.Dispose();
    }

    /// <summary>Shows how far the work is; seldom enough to cost nothing.</summary>
    /// <param name="activity">What is being done.</param>
    /// <param name="status">With which item.</param>
    /// <param name="percent">0 to 100, or -1 where the end is not known.</param>
    private protected void ShowProgress(string activity, string status, int percent = -1) => _progress.Report(activity, status, percent);

    /// <summary>Runs work on another thread and hands what it gives to <paramref name="write"/> on this one.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">The work; it gives items through its first argument and heeds its second.</param>
    /// <param name="write">Writes one item; called on the pipeline thread, in order.</param>
    private protected void RunAside<T>(Action<Action<T>, CancellationToken> work, Action<T> write) => Pump.Run(work, write, StopToken);

    /// <summary>Runs work that waits for the network, and hands what it gives, from whatever thread, to <paramref name="write"/> on this one.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">The work; it gives items through its first argument and heeds its second.</param>
    /// <param name="write">Writes one item; called on the pipeline thread.</param>
    /// <param name="idle">Called on the pipeline thread when nothing has come for a while.</param>
    private protected void RunAside<T>(Func<Action<T>, CancellationToken, Task> work, Action<T> write, Action idle) => Pump.Run(work, write, idle, StopToken);

    /// <summary>Whether verbose messages are wanted: what is told from other threads is not even made otherwise.</summary>
    private protected bool IsVerbose =>
        MyInvocation.BoundParameters.TryGetValue("Verbose", out object? asked)
            ? asked is SwitchParameter { IsPresent: true }
            : GetVariableValue("VerbosePreference") is { } preference
                && !string.Equals(preference.ToString(), nameof(ActionPreference.SilentlyContinue), StringComparison.OrdinalIgnoreCase)
                && !string.Equals(preference.ToString(), nameof(ActionPreference.Ignore), StringComparison.OrdinalIgnoreCase);

    private void Guard(Action step)
    {
        bool regular = false;
        try
        {
            step();
            regular = true;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Our own token was the reason: for PowerShell that is a pipeline that stopped, not an error to show.
            throw new PipelineStoppedException();
        }
        finally
        {
            if (!regular)
                Abandon();
        }
    }

    // Nothing may be thrown here: it would hide why the command ends.
    private void Abandon()
    {
        Cancel();
        try
        {
            _progress.Complete();
        }
        catch (Exception e) when (e is PipelineStoppedException or InvalidOperationException)
        {
            // A stopped pipeline takes no progress records; the host has cleared the bar already.
        }
    }

    private void Cancel()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Ctrl+C came while the command was ending.
        }
    }
}
