using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace MrsDiag.Sources;

/// <summary>
/// Lets a sequence be made on a thread of its own while the consumer works on what came before: reading a file and judging it then take
/// as long as the slower of the two instead of their sum.
/// </summary>
internal static class ReadAhead
{
    /// <summary>Enumerates a sequence, some items ahead of its consumer. Order, exceptions and their place in the sequence stay.</summary>
    /// <typeparam name="T">The items; the producer must not touch one again that it gave away.</typeparam>
    /// <param name="produce">Makes the sequence; enumerated and disposed on the other thread, with a token that ends it.</param>
    /// <param name="capacity">How many items may wait. The producer waits when they are there: memory stays bounded.</param>
    /// <param name="cancellationToken">Ends both sides.</param>
    /// <returns>The items. However its enumeration ends, the producer has ended and disposed before it.</returns>
    public static IEnumerable<T> Of<T>(Func<CancellationToken, IEnumerable<T>> produce, int capacity, CancellationToken cancellationToken)
    {
        using CancellationTokenSource abort = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using BlockingCollection<T> queue = new(capacity);
        CancellationToken token = abort.Token;
        ExceptionDispatchInfo? failure = null;
        Thread producer = new(() => failure = Fill(queue, produce, token)) { IsBackground = true, Name = "MrsDiag reader" };
        producer.Start();
        try
        {
            foreach (T item in queue.GetConsumingEnumerable(cancellationToken))
                yield return item;
        }
        finally
        {
            // The consumer had enough, or failed, or all is done already.
            abort.Cancel();
            producer.Join();
        }
        cancellationToken.ThrowIfCancellationRequested();
        failure?.Throw();
    }

    private static ExceptionDispatchInfo? Fill<T>(BlockingCollection<T> queue, Func<CancellationToken, IEnumerable<T>> produce, CancellationToken token)
    {
        try
        {
            foreach (T item in produce(token))
                queue.Add(item, token);
            return null;
        }
        catch (Exception e)
        {
            return ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            queue.CompleteAdding();
        }
    }
}
