using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Core.Tests.Sources;

public class ReadAheadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Items_come_in_order_from_another_thread()
    {
        int maker = 0;
        List<int> items = ReadAhead.Of(_ => Numbers(1000, () => maker = Environment.CurrentManagedThreadId), 3, CancellationToken.None).ToList();
        Assert.Equal(Enumerable.Range(0, 1000), items);
        Assert.NotEqual(Environment.CurrentManagedThreadId, maker);
    }

    [Fact]
    public void Nothing_is_made_before_somebody_asks()
    {
        bool made = false;
        _ = ReadAhead.Of(_ => Numbers(1, () => made = true), 1, CancellationToken.None);
        Assert.False(made);
    }

    [Fact]
    public void An_exception_comes_behind_the_items_made_before_it()
    {
        List<int> seen = [];
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (int item in ReadAhead.Of(_ => Numbers(5, fail: true), 2, CancellationToken.None))
                seen.Add(item);
        });
        Assert.Equal("made 5", thrown.Message);
        Assert.Equal(Enumerable.Range(0, 5), seen);
    }

    [Fact]
    public void The_maker_waits_for_a_slow_consumer()
    {
        int made = 0;
        int most = 0;
        int taken = 0;
        foreach (int _ in ReadAhead.Of(_ => Numbers(200, () => made++), 2, CancellationToken.None))
        {
            taken++;
            Thread.Yield();
            most = Math.Max(most, Volatile.Read(ref made) - taken);
        }
        // Two wait and one has been made that finds no room; the item in the consumer's hands counts as taken.
        Assert.InRange(most, 0, 3);
        Assert.Equal(200, taken);
    }

    [Fact]
    public void A_consumer_that_has_enough_ends_the_maker_and_waits_for_it()
    {
        bool disposed = false;
        foreach (int item in ReadAhead.Of(_ => Numbers(int.MaxValue, onEnd: () => disposed = true), 2, CancellationToken.None))
        {
            if (item == 3)
                break;
        }
        Assert.True(disposed);
    }

    [Fact]
    public void An_exception_of_the_consumer_passes_and_ends_the_maker()
    {
        bool disposed = false;
        Assert.Throws<FormatException>(() =>
        {
            foreach (int _ in ReadAhead.Of(_ => Numbers(int.MaxValue, onEnd: () => disposed = true), 2, CancellationToken.None))
                throw new FormatException();
        });
        Assert.True(disposed);
    }

    [Fact]
    public void Cancelling_wakes_a_consumer_that_waits_for_a_slow_maker()
    {
        using CancellationTokenSource source = new();
        bool disposed = false;
        OperationCanceledException thrown = Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (int _ in ReadAhead.Of(token => OneThenWait(() => disposed = true, token), 2, source.Token))
                source.Cancel();
        });
        Assert.True(disposed);
        Assert.Equal(source.Token, thrown.CancellationToken);
    }

    [Fact]
    public void Cancelling_before_the_start_gives_nothing()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ReadAhead.Of(_ => Numbers(10), 2, source.Token).ToList());
    }

    private static IEnumerable<int> Numbers(int count, Action? onItem = null, bool fail = false, Action? onEnd = null)
    {
        try
        {
            for (int i = 0; i < count; i++)
            {
                onItem?.Invoke();
                yield return i;
            }
            if (fail)
                throw new InvalidOperationException($"made {count}");
        }
        finally
        {
            onEnd?.Invoke();
        }
    }

    private static IEnumerable<int> OneThenWait(Action onEnd, CancellationToken token)
    {
        try
        {
            yield return 1;
            Assert.True(token.WaitHandle.WaitOne(Patience));
            token.ThrowIfCancellationRequested();
        }
        finally
        {
            onEnd();
        }
    }
}
