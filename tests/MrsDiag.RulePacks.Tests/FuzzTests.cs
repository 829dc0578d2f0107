using System;
using System.Collections.Generic;
using System.Diagnostics;
using MrsDiag.Diagnostics;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

/// <summary>Mutated packs: whatever stands in a file, reading it answers, in time, with places inside the file.</summary>
public class FuzzTests
{
    private static readonly string[] Scraps =
        ["{", "}", "[", "]", ":", ": ", "- ", "'", "\"", "\\", "#", "&a", "*a", "!t", "|", ">-", "%", "@", "\t", "\r\n", "${x}", "{x}", "~", "\u2028", "\ud83d", "0x1", "<<: "];

    [Fact]
    public void Five_hundred_mutations_are_answered()
    {
        Random random = new(20240501);
        string[] packs = [GoodPacks.Full, GoodPacks.AllMeasures, GoodPacks.Overlay];
        int refused = 0;
        for (int i = 0; i < 500; i++)
            refused += Answer(Mutate(packs[i % packs.Length], random)) ? 1 : 0;

        Assert.InRange(refused, 250, 500);
    }

    [Fact]
    public void A_pack_cut_anywhere_is_answered()
    {
        for (int i = 0; i < GoodPacks.Full.Length; i += 50)
            Answer(GoodPacks.Full.Substring(0, i));
    }

    [Fact]
    public void A_pack_with_a_scrap_anywhere_is_answered()
    {
        Random random = new(7);
        for (int i = 0; i < 1000; i++)
            Answer(GoodPacks.Full.Insert(random.Next(GoodPacks.Full.Length), Scraps[i % Scraps.Length]));
    }

    private static string Mutate(string text, Random random)
    {
        List<string> lines = [.. text.Split('\n')];
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            int at = random.Next(lines.Count);
            switch (random.Next(5))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 2:
                    lines[at] = lines[random.Next(lines.Count)];
                    break;
                case 3:
                    lines[at] = new string(' ', random.Next(6)) + lines[at].TrimStart();
                    break;
                default:
                    lines[at] = lines[at].Insert(random.Next(lines[at].Length + 1), Scraps[random.Next(Scraps.Length)]);
                    break;
            }
        }
        return string.Join("\n", lines);
    }

    private static bool Answer(string text)
    {
        Stopwatch watch = Stopwatch.StartNew();
        RulePackLoad load = Load.Text(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), text);
        SourceText source = new("", text);
        Assert.All(load.Diagnostics, d =>
        {
            Assert.InRange(d.Location.Start.Line, 1, source.LineCount);
            string line = source.LineText(d.Location.Start.Line);
            Assert.InRange(d.Location.Start.Column, 1, line.Length + 1);
            Assert.InRange(d.Location.EndColumn, d.Location.Start.Column, line.Length + 1);
            Assert.Equal(line, d.LineText);
            Assert.NotEqual("", DiagnosticRenderer.Render(d));
            Assert.NotEqual("", d.Message);
        });
        Assert.True(load.HasErrors || load.Packs.Count + load.Overlays.Count == 1, text);
        return load.HasErrors;
    }
}
