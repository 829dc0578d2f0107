using System.Collections.Generic;
using System.IO;
using MrsDiag.Fixtures.Clixml;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>
/// Writes move reports as CLIXML: any number of mailboxes, of any length, in the shapes and encodings that Exchange and PowerShell
/// leave behind. No public file of this kind is known, so the shapes come from documents and posts (research move-report.md 1), the
/// serialization from real Export-Clixml output.
/// </summary>
public static class MoveReportFixture
{
    /// <summary>Writes a file's content.</summary>
    /// <param name="stream">Where it goes; left open. One mailbox at a time is in memory.</param>
    /// <param name="options">What it looks like.</param>
    public static void Write(Stream stream, MoveReportFixtureOptions options)
    {
        using ClixmlFixtureWriter writer = new(stream, options.Encoding, options.IsDeserialized, options.LineBreak);
        if (options.Layout == ExportLayout.Array)
            writer.BeginArray();
        foreach (SampleMove move in Moves(options))
            writer.Write(StatisticsShape.Create(move, options.Quality));
        if (options.Layout == ExportLayout.Array)
            writer.EndArray();
    }

    /// <summary>The same as bytes.</summary>
    public static byte[] ToBytes(MoveReportFixtureOptions options)
    {
        using MemoryStream stream = new();
        Write(stream, options);
        return stream.ToArray();
    }

    /// <summary>Writes mailboxes until a file is about so large, for benchmarks.</summary>
    /// <param name="stream">Where it goes; must know its position.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="options">What it looks like; the number of mailboxes does not count.</param>
    /// <returns>How many mailboxes it took.</returns>
    public static int WriteUpTo(Stream stream, long size, MoveReportFixtureOptions options)
    {
        long start = stream.Position;
        int count = 0;
        using ClixmlFixtureWriter writer = new(stream, options.Encoding, options.IsDeserialized, options.LineBreak);
        foreach (SampleMove move in Moves(options with { Mailboxes = int.MaxValue }))
        {
            if (stream.Position - start >= size)
                break;
            writer.Write(StatisticsShape.Create(move, options.Quality));
            count++;
        }
        return count;
    }

    /// <summary>The moves behind a file, in its order: what a reader of it must find.</summary>
    public static IEnumerable<SampleMove> Moves(MoveReportFixtureOptions options)
    {
        for (int i = 0; i < options.Mailboxes; i++)
            yield return MoveScenarios.Create(options.Scenarios[i % options.Scenarios.Count], i, options);
    }
}
