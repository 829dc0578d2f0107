using System;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Pipeline;

/// <summary>Runs work on another thread while the pipeline thread writes what it gives. Only the pipeline thread may write.</summary>
internal static class Pump
{
    // The producer waits when the consumer is slow: memory stays flat whatever the pipeline behind does.
    private const int Capacity = 256;
    private const int IdleMilliseconds = 250;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs the work to its end; however it ends, the work has ended too when this returns or throws.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">The work, on a thread of its own.</param>
    /// <param name="write">Writes one item, on the calling thread.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    internal static void Run<T>(Action<Action<T>, CancellationToken> work, Action<T> write, CancellationToken stop) =>
        Run<T>(
            (give, token) =>
            {
                work(give, token);
                return Task.CompletedTask;
            },
            write, idle: null, stop);

    /// <summary>Runs work that waits for something else most of the time, such as the network.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">The work; what it gives may come from any thread.</param>
    /// <param name="write">Writes one item, on the calling thread.</param>
    /// <param name="idle">Called on the calling thread when nothing has come for a while; may be <see langword="null"/>.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    internal static void Run<T>(Func<Action<T>, CancellationToken, Task> work, Action<T> write, Action? idle, CancellationToken stop)
    {
        using CancellationTokenSource abort = CancellationTokenSource.CreateLinkedTokenSource(stop);
        CancellationToken token = abort.Token;
        BlockingCollection<T> queue = new(Capacity);
        ExceptionDispatchInfo? failure = null;
        Task worker = Task.Factory.StartNew(WorkAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        try
        {
            while (!queue.IsCompleted)
            {
                if (queue.TryTake(out T item, IdleMilliseconds, token))
                    write(item);
                else
                    idle?.Invoke();
            }
        }
        finally
        {
            // After a regular end the worker is done and this is no more than a formality.
            abort.Cancel();
            // Bounded, because a stuck system call must not take Ctrl+C away; then the queue is left to the collector.
            if (((IAsyncResult)worker).AsyncWaitHandle.WaitOne(Patience))
                queue.Dispose();
        }
        failure?.Throw();

        async Task WorkAsync()
        {
            try
            {
                await work(item => queue.Add(item, token), token).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
            finally
            {
                queue.CompleteAdding();
            }
        }
    }
}
