using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Pipeline;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Pipeline;

public sealed class PumpTests
{
    [EngineFact]
    public void What_comes_from_many_threads_is_written_on_the_calling_one()
    {
        int home = Environment.CurrentManagedThreadId;
        List<int> written = [];
        Pump.Run<int>(
            (give, _) => Task.WhenAll(Enumerable.Range(0, 1000).Select(n => Task.Run(() => give(n)))),
            n =>
            {
                Assert.Equal(home, Environment.CurrentManagedThreadId);
                written.Add(n);
            },
            idle: null, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 1000), written.Order());
    }

    [EngineFact]
    public void While_nothing_comes_the_calling_thread_is_told()
    {
        int home = Environment.CurrentManagedThreadId;
        using SemaphoreSlim enough = new(0);
        int idle = 0;
        Pump.Run<int>(
            async (_, stop) => await enough.WaitAsync(TimeSpan.FromMinutes(1), stop),
            _ => { },
            () =>
            {
                Assert.Equal(home, Environment.CurrentManagedThreadId);
                if (++idle == 2)
                    enough.Release();
            },
            CancellationToken.None);
        Assert.True(idle >= 2);
    }

    [EngineFact]
    public void What_the_work_throws_later_comes_behind_what_it_gave()
    {
        List<int> written = [];
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => Pump.Run<int>(
            async (give, _) =>
            {
                give(1);
                await Task.Yield();
                throw new InvalidOperationException("too late");
            },
            written.Add, idle: null, CancellationToken.None));
        Assert.Equal("too late", thrown.Message);
        Assert.Equal([1], written);
    }

    [EngineFact]
    public void A_stop_ends_work_that_waits_and_waits_for_its_end()
    {
        bool ended = false;
        using CancellationTokenSource stop = new();
        Assert.ThrowsAny<OperationCanceledException>(() => Pump.Run<int>(
            async (_, token) =>
            {
                try
                {
                    await Task.Delay(TimeSpan.FromMinutes(1), token);
                }
                finally
                {
                    ended = true;
                }
            },
            _ => { }, stop.Cancel, stop.Token));
        Assert.True(ended);
    }
}
