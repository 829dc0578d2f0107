using System;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace MrsDiag.Pipeline;

/// <summary>Runs work on its own thread while the pipeline thread writes what it gives. Only the pipeline thread may write.</summary>
internal static class Pump
{
    // The producer waits when the consumer is slow: memory stays flat whatever the pipeline behind does.
    private const int Capacity = 256;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs the work to its end; however it ends, the work has ended too when this returns or throws.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">The work, on its own thread.</param>
    /// <param name="write">Writes one item, on the calling thread.</param>
    /// <param name="stop">Stops the work.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    internal static void Run<T>(Action<Action<T>, CancellationToken> work, Action<T> write, CancellationToken stop)
    {
        using CancellationTokenSource abort = CancellationTokenSource.CreateLinkedTokenSource(stop);
        CancellationToken token = abort.Token;
        BlockingCollection<T> queue = new(Capacity);
        ExceptionDispatchInfo? failure = null;
        Thread worker = new(() =>
        {
            try
            {
                work(item => queue.Add(item, token), token);
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
            finally
            {
                queue.CompleteAdding();
            }
        })
        {
            IsBackground = true,
            Name = "MrsDiag worker",
        };
        worker.Start();
        try
        {
            foreach (T item in queue.GetConsumingEnumerable(token))
                write(item);
        }
        finally
        {
            // After a regular end the worker is done and this is no more than a formality.
            abort.Cancel();
            // Bounded, because a stuck system call must not take Ctrl+C away; then the queue is left to the collector.
            if (worker.Join(Patience))
                queue.Dispose();
        }
        failure?.Throw();
    }
}
