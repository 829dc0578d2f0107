using System;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using MrsDiag.Cmdlets.Tests.Engine;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Pipeline;

[Collection(nameof(CommandLifeTests))]
public sealed class CommandLifeTests
{
    [EngineFact]
    public void Everything_the_worker_gives_is_written_in_order()
    {
        using Session session = new(typeof(EndlessCommand));
        Assert.Equal(Enumerable.Range(0, 5000), session.Run("Test-Endless -EndAfter 5000").Select(n => (int)n.BaseObject));
        Assert.Equal(0, EndlessCommand.Running);
    }

    [EngineFact]
    public void A_pipeline_that_has_enough_ends_the_worker_before_it_returns()
    {
        using Session session = new(typeof(EndlessCommand));
        Assert.Equal(3, session.Run("Test-Endless | Select-Object -First 3").Count);
        Assert.Equal(0, EndlessCommand.Running);
        Assert.Empty(session.Errors);
    }

    [EngineFact]
    public void A_command_behind_that_throws_ends_the_worker_and_its_error_is_the_one_seen()
    {
        using Session session = new(typeof(EndlessCommand));
        Exception thrown = Assert.ThrowsAny<RuntimeException>(() => session.Run("Test-Endless | ForEach-Object { throw 'behind' }"));
        Assert.Equal("behind", thrown.Message);
        Assert.Equal(0, EndlessCommand.Running);
    }

    [EngineFact]
    public void A_break_in_a_loop_leaves_the_pipeline_and_ends_the_worker()
    {
        using Session session = new(typeof(EndlessCommand));
        Assert.Equal("left at 2", session.Run("foreach ($once in 1) { Test-Endless | ForEach-Object { if ($_ -eq 2) { $n = $_; break } } }; \"left at $n\"").Single().BaseObject);
        Assert.Equal(0, EndlessCommand.Running);
    }

    [EngineFact]
    public void What_the_worker_throws_reaches_the_user_behind_what_it_gave()
    {
        using Session session = new(typeof(EndlessCommand));
        Assert.Equal([0, 1, 2], session.Run("try { Test-Endless -FailAfter 3 } catch { $problem = $_ }").Select(n => (int)n.BaseObject));
        Assert.Equal("The worker failed.", session.Run("$problem.Exception.Message").Single().BaseObject);
        Assert.Equal(0, EndlessCommand.Running);
    }

    [EngineTheory]
    [InlineData("Test-Endless")]
    [InlineData("Test-Endless -Silent")]
    public void Stopping_ends_the_worker_at_once(string script)
    {
        using Session session = new(typeof(EndlessCommand));
        session.Shell.AddScript(script);
        IAsyncResult run = session.Shell.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => EndlessCommand.Running == 1, TimeSpan.FromSeconds(30)), "the worker did not start");

        Stopwatch watch = Stopwatch.StartNew();
        session.Shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => session.Shell.EndInvoke(run));
        Assert.Equal(PSInvocationState.Stopped, session.Shell.InvocationStateInfo.State);
        Assert.Equal(0, EndlessCommand.Running);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "stopping took " + watch.Elapsed);
    }
}
