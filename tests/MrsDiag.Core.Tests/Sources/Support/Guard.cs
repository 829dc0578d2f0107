using System;
using System.Runtime.ExceptionServices;
using System.Threading;
using Xunit;

namespace MrsDiag.Core.Tests.Sources.Support;

/// <summary>Keeps a test from hanging; ten times what it takes on a slow machine, no measure of speed.</summary>
internal static class Guard
{
    public static T Within<T>(int seconds, Func<T> action)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        // A small stack, so that recursion over the input shows.
        Thread thread = new(() =>
        {
            try
            {
                result = action();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        }, 256 * 1024)
        { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(seconds)), $"Not done within {seconds} seconds.");
        failure?.Throw();
        return result;
    }
}
