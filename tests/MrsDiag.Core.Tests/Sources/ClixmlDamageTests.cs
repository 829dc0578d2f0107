using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MrsDiag.Core.Tests.Fixtures;
using MrsDiag.Core.Tests.Sources.Support;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Core.Tests.Sources;

/// <summary>Damage behind the first element: what stands before it is given, what was lost is told.</summary>
public class ClixmlDamageTests
{
    private const int CutEvery = 997;

    [Theory]
    [InlineData("healthy.clixml")]
    [InlineData("mixed-batch.clixml")]
    [InlineData("exported-array.clixml")]
    [InlineData("poor.clixml")]
    public void A_file_cut_anywhere_gives_every_whole_object_before_the_cut_and_the_rest_as_partial(string file)
    {
        byte[] whole = File.ReadAllBytes(FixtureFolder.MoveReport(file));
        ClixmlResult expected = Clixml.Read(whole);
        int partial = 0;
        int mostWhole = 0;
        for (int length = CutEvery; length < whole.Length; length += CutEvery)
        {
            ClixmlResult result = Clixml.Read(new MemoryStream(whole, 0, length));

            ClixmlProblem problem = result.Problems.Single(p => p.Kind == ClixmlProblemKind.Truncated);
            Assert.Equal(LinesOf(whole, length), problem.Line);
            Assert.Equal(result.Problems, [problem]);
            List<ClixmlNode> nodes = result.Values.Cast<ClixmlNode>().ToList();
            Assert.All(nodes.Take(nodes.Count - 1), n => Assert.False(n.IsPartial));
            AssertSame(expected, nodes);
            partial += nodes.Count(n => n.IsPartial);
            mostWhole = Math.Max(mostWhole, nodes.Count(n => !n.IsPartial));
        }
        Assert.True(partial > (whole.Length / CutEvery) - 20, $"Only {partial} partial objects.");
        Assert.InRange(mostWhole, expected.Values.Count - 1, expected.Values.Count);
    }

    [Fact]
    public void A_partial_object_has_what_stood_before_the_break_and_no_half_values()
    {
        string text = Clixml.Start + Clixml.Object(0, "<S N=\"Alias\">a</S>" + "<Obj N=\"Report\" RefId=\"1\"><Props><Obj N=\"Entries\" RefId=\"2\"><LST>"
            + Clixml.Object(3, "<S N=\"Message\">first</S>") + "<Obj RefId=\"4\"><Props><DT N=\"CreationTime\">2026-03-04T05:06:07Z</DT><S N=\"Message\">half of a messa");
        text = text.Replace("</Props></Obj></Props></Obj>", "");

        ClixmlResult result = Clixml.Read(text.Substring(0, text.IndexOf("half", StringComparison.Ordinal) + 8));

        ClixmlNode move = result.At(0);
        Assert.True(move.IsPartial);
        Assert.Equal("a", move.Get("Alias"));
        ClixmlNode report = Assert.IsType<ClixmlNode>(move.Get("Report"));
        Assert.True(report.IsPartial);
        ClixmlList entries = Assert.IsType<ClixmlList>(report.Get("Entries"));
        Assert.True(entries.IsPartial);
        Assert.False(Assert.IsType<ClixmlNode>(entries[0]).IsPartial);
        Assert.True(Assert.IsType<ClixmlNode>(entries[1]).IsPartial);
        Assert.True(entries[1].Has("CreationTime"));
        Assert.False(entries[1].Has("Message"));
    }

    [Theory]
    [InlineData("</Wrong>", 5)]
    [InlineData("<S N=\"A\" N=\"B\">x</S>", 5)]
    [InlineData("& no entity", 5)]
    [InlineData("<S>&nbsp;</S>", 5)]
    [InlineData("<S>a\u0007b</S>", 5)]
    [InlineData("< S>x</S>", 5)]
    [InlineData("<!DOCTYPE x []>", 5)]
    public void Malformed_XML_in_the_middle_gives_what_stands_before_and_says_where(string damage, int line)
    {
        string text = Clixml.Start + "\n" + Clixml.Object(0, "<S N=\"A\">1</S>") + "\n<Obj RefId=\"1\">\n<Props>\n<S N=\"B\">2</S>" + damage + "<S N=\"C\">3</S></Props></Obj></Objs>";

        ClixmlResult result = Clixml.Read(text);

        Assert.Equal(2, result.Values.Count);
        Assert.False(result.At(0).IsPartial);
        Assert.True(result.At(1).IsPartial);
        Assert.Equal("2", result.At(1).Get("B"));
        Assert.False(result.At(1).Has("C"));
        ClixmlProblem problem = result.Problems.Single(p => p.Kind == ClixmlProblemKind.Malformed);
        Assert.Equal(line, problem.Line);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("<Objs><S>again</S></Objs>")]
    [InlineData("\u0001\u0002")]
    public void Something_behind_the_end_is_told_and_takes_nothing_away(string tail)
    {
        ClixmlResult result = Clixml.Read(Clixml.Document("<S>x</S>\n") + "\n" + tail);

        Assert.Equal(["x"], result.Values);
        ClixmlProblem problem = Assert.Single(result.Problems);
        Assert.Equal(ClixmlProblemKind.TrailingData, problem.Kind);
        Assert.Equal(3, problem.Line);
    }

    [Fact]
    public void A_medium_that_fails_in_the_middle_gives_what_was_read()
    {
        byte[] bytes = Clixml.Utf8.GetBytes(Clixml.Start + Clixml.Object(0, "<S N=\"A\">1</S>") + "<Obj RefId=\"1\"><Props><S N=\"B\">2</S>" + new string(' ', 20_000));

        ClixmlResult result = Clixml.Read(new TroubledStream(bytes, 8000, failAt: 10_000));

        Assert.Equal("1", result.At(0).Get("A"));
        Assert.True(result.At(1).IsPartial);
        ClixmlProblem problem = Assert.Single(result.Problems);
        Assert.Equal(ClixmlProblemKind.ReadError, problem.Kind);
        Assert.Contains("network name", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_still_being_written_gives_what_is_there_and_later_more()
    {
        string path = Path.GetTempFileName();
        try
        {
            byte[] bytes = Clixml.Bytes(Encoding.Unicode, Clixml.Document(Clixml.Object(0, "<S N=\"A\">1</S>") + Clixml.Object(1, "<S N=\"A\">2</S>")));
            using FileStream writer = new(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
            writer.Write(bytes, 0, bytes.Length / 2);
            writer.Flush();

            ClixmlResult first = ReadFile(path);
            writer.Write(bytes, bytes.Length / 2, bytes.Length - (bytes.Length / 2));
            writer.Flush();
            ClixmlResult second = ReadFile(path);

            Assert.Equal(ClixmlProblemKind.Truncated, Assert.Single(first.Problems).Kind);
            Assert.Empty(second.Problems);
            Assert.Equal(["1", "2"], second.Values.Select(v => v.Get("A")));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Every_byte_changed_at_a_time_gives_a_result_or_a_clear_refusal()
    {
        byte[] whole = Clixml.Utf8.GetBytes(Clixml.Document(
            "<Obj RefId=\"0\"><TN RefId=\"0\"><T>X</T></TN><ToString>t</ToString><Props><I32 N=\"A\">5</I32><Obj N=\"L\" RefId=\"1\"><LST><S>x</S></LST></Obj><Ref N=\"R\" RefId=\"1\" /></Props></Obj>"));
        int told = 0;
        for (int i = 0; i < whole.Length; i++)
        {
            foreach (byte other in new byte[] { 0, (byte)'<', (byte)'>', (byte)'"', (byte)'&', (byte)'z', 0xff })
            {
                byte[] damaged = (byte[])whole.Clone();
                damaged[i] = other;
                told += Try(damaged) ? 1 : 0;
            }
        }
        Assert.True(told > whole.Length, $"Only {told} of {whole.Length * 7} changes were told.");
    }

    private static bool Try(byte[] damaged)
    {
        try
        {
            return Clixml.Read(damaged).ProblemCount > 0;
        }
        catch (ClixmlException e)
        {
            Assert.StartsWith("'test.clixml' ", e.Message, StringComparison.Ordinal);
            return true;
        }
    }

    // Line breaks before the cut; the reader stands on the last line that it saw something of.
    private static int LinesOf(byte[] whole, int length)
    {
        Encoding encoding = whole[0] == 0xff ? Encoding.Unicode : Clixml.Utf8;
        string text = encoding.GetString(whole, 0, length);
        // A CR at the very end is a line break as well, its LF is cut off.
        return text.Count(c => c == '\n') + (text.TrimEnd('\ufffd').EndsWith("\r", StringComparison.Ordinal) ? 2 : 1);
    }

    // What is there of a property is what the whole file has.
    private static void AssertSame(ClixmlResult expected, List<ClixmlNode> nodes)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (string name in nodes[i].PropertyNames)
            {
                object? value = expected.At(i).Get(name);
                if (value is not (ClixmlNode or ClixmlList or byte[]))
                    Assert.Equal(value, nodes[i].Get(name));
            }
        }
    }

    private static ClixmlResult ReadFile(string path)
    {
        using ClixmlReader reader = ClixmlReader.Open(path);
        return new ClixmlResult(reader.ReadObjects().ToList(), reader.Problems, reader.ProblemCount);
    }
}
