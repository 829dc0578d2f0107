using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Pipeline;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Pipeline;

public sealed class ProgressMeterTests
{
    [EngineFact]
    public void Nothing_is_shown_before_one_second_and_nothing_is_taken_away_then()
    {
        Assert.Empty(Times(reportEveryMs: 10, forMs: 999));
    }

    [EngineFact]
    public void At_most_four_records_a_second_are_shown()
    {
        int[] times = Times(reportEveryMs: 10, forMs: 3000);
        Assert.Equal(1000, times[0]);
        Assert.True(times.Length >= 8, "the bar stands still");
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 250));
    }

    [EngineFact]
    public void A_bar_that_was_shown_is_taken_away_once()
    {
        List<string> seen = [];
        ProgressMeter meter = new(r => seen.Add($"{r.RecordType} {r.Activity}"), () => TimeSpan.FromSeconds(2));
        meter.Report("Checking", "one", 50);
        meter.Complete();
        meter.Complete();
        Assert.Equal(["Processing Checking", "Completed Checking"], seen);
    }

    [EngineFact]
    public void An_empty_status_is_allowed()
    {
        List<ProgressRecord> seen = [];
        ProgressMeter meter = new(seen.Add, () => TimeSpan.FromSeconds(2));
        meter.Report("Checking", "", -1);
        Assert.Equal(-1, seen.Single().PercentComplete);
    }

    private static int[] Times(int reportEveryMs, int forMs)
    {
        int now = 0;
        List<int> times = [];
        ProgressMeter meter = new(_ => times.Add(now), () => TimeSpan.FromMilliseconds(now));
        for (; now <= forMs; now += reportEveryMs)
            meter.Report("Checking", "item", -1);
        if (times.Count == 0)
            meter.Complete();
        return [.. times];
    }
}
