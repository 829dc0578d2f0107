using System;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// Gives every wait an end. Sockets of .NET Framework take no cancellation tokens: what waits is disposed, and nobody waits for it to notice.
internal static class TimeLimit
{
    /// <summary>Waits for an operation, at most for a time.</summary>
    /// <param name="start">Starts it.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="victim">What is disposed to end it; <see langword="null"/> where it can only be left alone.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public static async Task<T> RunAsync<T>(Func<Task<T>> start, TimeSpan limit, IDisposable? victim, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Task<T> work = start();
        bool done;
        try
        {
            done = await WaitAsync(work, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Abandon(work, victim);
            throw;
        }
        if (!done)
        {
            Abandon(work, victim);
            throw new TimeoutException();
        }
        return await work.ConfigureAwait(false);
    }

    public static Task RunAsync(Func<Task> start, TimeSpan limit, IDisposable? victim, CancellationToken cancellationToken) =>
        RunAsync(
            async () =>
            {
                await start().ConfigureAwait(false);
                return true;
            },
            limit, victim, cancellationToken);

    /// <summary>Waits until a task ends, however it ends, at most for a time. The task is left as it is.</summary>
    /// <returns>Whether it ended.</returns>
    public static async Task<bool> WaitAsync(Task work, TimeSpan limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (work.IsCompleted)
            return true;
        if (limit <= TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan)
            return false;
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task timer = Task.Delay(limit, end.Token);
#pragma warning disable VSTHRD003 // Nothing here has a context to come back to, and the wait has an end.
        Task first = await Task.WhenAny(work, timer).ConfigureAwait(false);
#pragma warning restore VSTHRD003
        end.Cancel();
        cancellationToken.ThrowIfCancellationRequested();
        return first == work;
    }

    /// <summary>Ends an operation that nobody waits for any more.</summary>
    public static void Abandon(Task work, IDisposable? victim)
    {
        Forget(work);
        try
        {
            victim?.Dispose();
        }
        catch (Exception)
        {
            // It was about to be thrown away; that it objects changes nothing.
        }
    }

    // Its error would come back as an unobserved exception of the task scheduler.
    public static void Forget(Task work) =>
        _ = work.ContinueWith(
            static done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
