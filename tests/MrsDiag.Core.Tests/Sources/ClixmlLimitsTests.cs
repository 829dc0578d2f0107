using System;
using System.Linq;
using System.Text;
using MrsDiag.Core.Tests.Sources.Support;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Core.Tests.Sources;

/// <summary>
/// Input made to exhaust a reader. Bounds are those of the live heap, ten times and more above what the reader needs (some
/// 0.5 MB of its own, 2 to 4 MB for the longest text, and what is kept for references); times only guard against hanging.
/// </summary>
[Collection(nameof(MeasuredAlone))]
public class ClixmlLimitsTests
{
    private const long Megabyte = 1024 * 1024;
    private const int Seconds = 120;

    [Fact]
    public void Ten_thousand_levels_do_not_overflow_the_stack_and_are_cut_and_told()
    {
        const int Levels = 10_000;
        StringBuilder text = new(Clixml.Start);
        for (int i = 0; i < Levels; i++)
            text.Append($"<Obj N=\"Inner\" RefId=\"{i}\"><Props><I32 N=\"Level\">{i + 1}</I32>");
        for (int i = 0; i < Levels; i++)
            text.Append("</Props></Obj>");
        text.Append("<S>after</S></Objs>");

        ClixmlResult result = Guard.Within(Seconds, () => Clixml.Read(text.ToString()));

        Assert.Equal(ClixmlProblemKind.NestingCut, Assert.Single(result.Problems).Kind);
        Assert.Equal("after", result.Values[1]);
        object? deepest = result.Values[0];
        while (deepest.Has("Inner"))
            deepest = deepest.Get("Inner");
        Assert.Equal(ClixmlReaderOptions.Default.MaxDepth, deepest.Get("Level"));
    }

    [Fact]
    public void Lists_in_lists_are_cut_and_told_too()
    {
        string text = string.Concat(Enumerable.Range(0, 500).Select(i => $"<Obj RefId=\"{i}\"><LST>")) + string.Concat(Enumerable.Repeat("</LST></Obj>", 500));

        ClixmlResult result = Guard.Within(Seconds, () => Clixml.Read(Clixml.Document(text), new ClixmlReaderOptions { MaxDepth = 30 }));

        Assert.Equal(ClixmlProblemKind.NestingCut, Assert.Single(result.Problems).Kind);
        Assert.Equal(29, Depth(result.Values.Single()));
    }

    [Fact]
    public void A_million_tags_inside_one_another_stop_the_reading()
    {
        using PatternStream stream = new(Clixml.Utf8, Clixml.Document("<S>before</S>").Replace(Clixml.End, ""), "<Obj>", 20_000_000, "");

        ClixmlResult result = Guard.Within(Seconds, () => Clixml.Read(stream));

        Assert.Equal("before", result.Values[0]);
        Assert.Equal(ClixmlProblemKind.Oversized, result.Problems[result.Problems.Count - 1].Kind);
        Assert.InRange(stream.PeakGrowth, -10 * Megabyte, 300 * Megabyte);
        Assert.True(stream.Total < 100 * Megabyte / 10);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_text_of_100_MB_is_cut_and_told_and_what_follows_is_read(bool isSkipped)
    {
        ClixmlReaderOptions options = new() { SkippedProperties = isSkipped ? ["Message"] : [] };
        string start = Clixml.Start + "<Obj RefId=\"0\"><Props><S N=\"Message\">";
        using PatternStream stream = new(Encoding.Unicode, start, "A text without end _x000A_ &amp; ", 1_700_000, "</S><S N=\"After\">x</S></Props></Obj></Objs>");

        ClixmlResult result = Guard.Within(Seconds, () => Clixml.Read(stream, options));

        Assert.True(stream.Total > 100 * Megabyte);
        Assert.InRange(stream.PeakGrowth, -10 * Megabyte, 50 * Megabyte);
        Assert.Equal("x", result.At(0).Get("After"));
        Assert.Equal(!isSkipped, result.At(0).Has("Message"));
        if (isSkipped)
        {
            Assert.Empty(result.Problems);
            return;
        }
        Assert.Equal(ClixmlProblemKind.TextCut, Assert.Single(result.Problems).Kind);
        Assert.InRange(((string)result.At(0).Get("Message")!).Length, options.MaxTextLength / 2, options.MaxTextLength);
    }

    [Fact]
    public void A_text_is_cut_at_the_limit_and_not_before_and_never_inside_a_pair()
    {
        ClixmlReaderOptions options = new() { MaxTextLength = 10_000 };
        string pairs = string.Concat(Enumerable.Repeat("\ud83d\ude00", 5000));

        Assert.Equal(pairs, Clixml.Read(Clixml.Document($"<S>{pairs}</S>"), options).Clean);
        ClixmlResult cut = Clixml.Read(Clixml.Document($"<S>a{pairs}</S><S>b</S>"), options);
        Assert.Equal([$"a{pairs.Remove(9998)}", "b"], cut.Values);
        Assert.Equal(ClixmlProblemKind.TextCut, Assert.Single(cut.Problems).Kind);
    }

    [Fact]
    public void A_value_that_would_be_cut_is_left_out_instead()
    {
        string bytes = Convert.ToBase64String(new byte[60_000]);

        ClixmlResult result = Clixml.Read(Clixml.Document(Clixml.Object(0, $"<BA N=\"A\">{bytes}</BA><S N=\"B\">x</S>")), new ClixmlReaderOptions { MaxTextLength = 5000 });

        Assert.Equal(["B"], result.At(0).PropertyNames);
        Assert.Equal(ClixmlProblemKind.TextCut, Assert.Single(result.Problems).Kind);
    }

    [Theory]
    [InlineData("<S N=\"", "an attribute without end ")]
    [InlineData("<S", "ss")]
    [InlineData("<!-- ", "a comment without end ")]
    [InlineData("<?pi ", "an instruction without end ")]
    [InlineData("<S><![CDATA[", "characters without end ")]
    [InlineData("<S ", "a='1' ")]
    public void Markup_of_any_length_stops_the_reading_in_bounded_memory(string start, string middle)
    {
        using PatternStream stream = new(Encoding.Unicode, Clixml.Start + "<S>before</S>" + start, middle, 100 * Megabyte / middle.Length / 2, "");

        ClixmlResult result = Guard.Within(Seconds, () => Clixml.Read(stream));

        Assert.Equal("before", result.Values[0]);
        Assert.Contains(result.Problems, p => p.Kind is ClixmlProblemKind.Oversized or ClixmlProblemKind.Malformed or ClixmlProblemKind.Truncated);
        Assert.InRange(stream.PeakGrowth, -10 * Megabyte, 150 * Megabyte);
    }

    [Fact]
    public void White_space_without_end_stops_or_ends_in_bounded_memory()
    {
        using PatternStream stream = new(Encoding.Unicode, Clixml.Start + "<S>before</S>", "          ", 5 * Megabyte, Clixml.End);

        ClixmlResult result = Guard.Within(Seconds, () => Clixml.Read(stream));

        Assert.Equal("before", result.Values[0]);
        Assert.InRange(stream.PeakGrowth, -10 * Megabyte, 150 * Megabyte);
    }

    [Fact]
    public void Names_without_end_stop_the_reading_in_bounded_memory()
    {
        StringBuilder text = new(Clixml.Start + "<S>before</S>");
        for (int i = 0; i < 400_000; i++)
            text.Append($"<E{i}/>");
        long before = GC.GetTotalMemory(true);

        ClixmlResult result = Guard.Within(Seconds, () => Clixml.Read(text.ToString()));

        Assert.Equal("before", result.Values[0]);
        Assert.Equal(ClixmlProblemKind.Oversized, result.Problems[result.Problems.Count - 1].Kind);
        Assert.InRange(GC.GetTotalMemory(true) - before, -100 * Megabyte, 100 * Megabyte);
    }

    [Fact]
    public void Any_number_of_objects_takes_the_same_memory()
    {
        string entry = "<Obj RefId=\"7\"><Props><S N=\"Message\">" + new string('m', 300) + "</S><Nil N=\"Failure\" /></Props></Obj>";
        string mailbox = "<Obj RefId=\"1\"><Props><S N=\"Alias\">a</S><Obj N=\"Entries\" RefId=\"2\"><LST>" + string.Concat(Enumerable.Repeat(entry, 200)) + "</LST></Obj></Props></Obj>";
        using PatternStream stream = new(Encoding.Unicode, Clixml.Start, mailbox, 1500, Clixml.End);
        using ClixmlReader reader = new(stream, "large");

        int count = Guard.Within(Seconds, () => reader.ReadObjects().Count(o => ((ClixmlNode)o!).Get("Alias") is "a"));

        Assert.Equal(1500, count);
        Assert.True(stream.Total > 200 * Megabyte);
        // What is kept for references is 4 MB by estimate.
        Assert.InRange(stream.PeakGrowth, -10 * Megabyte, 60 * Megabyte);
    }

    [Fact]
    public void One_object_without_end_is_cut_and_told_once_and_the_next_one_is_whole()
    {
        ClixmlReaderOptions options = new() { MaxObjectBytes = 2 * Megabyte };
        string start = Clixml.Start + "<Obj RefId=\"0\"><Props><S N=\"Alias\">a</S><Obj N=\"Entries\" RefId=\"1\"><LST>";
        const string End = "</LST></Obj><S N=\"Late\">x</S></Props></Obj><Obj RefId=\"2\"><Props><S N=\"Alias\">b</S></Props></Obj></Objs>";
        using PatternStream stream = new(Encoding.Unicode, start, "<Obj RefId=\"3\"><Props><S N=\"Message\">some entry that is one of very many</S></Props></Obj>", 600_000, End);

        ClixmlResult result = Guard.Within(Seconds, () => Clixml.Read(stream, options));

        Assert.Equal(["a", "b"], result.Values.Select(v => v.Get("Alias")));
        Assert.InRange(Assert.IsType<ClixmlList>(result.At(0).Get("Entries")).Count, 1000, 100_000);
        Assert.False(result.At(0).Has("Late"));
        Assert.Equal(ClixmlProblemKind.ObjectCut, Assert.Single(result.Problems).Kind);
        Assert.InRange(stream.PeakGrowth, -10 * Megabyte, 50 * Megabyte);
    }

    [Fact]
    public void Tiny_objects_without_end_take_no_memory()
    {
        foreach (string tiny in new[] { "<Nil />", "<Obj />", "<Obj RefId=\"5\"/>", "<Ref RefId=\"5\"/>", "<I32>1000</I32>", "<Obj RefId=\"0\"><TN RefId=\"9\"><T>X</T></TN></Obj>" })
        {
            using PatternStream stream = new(Clixml.Utf8, Clixml.Start, tiny, 1_000_000, Clixml.End);
            using ClixmlReader reader = new(stream, "tiny");

            Assert.Equal(1_000_000, Guard.Within(Seconds, () => reader.ReadObjects().Count()));

            Assert.InRange(stream.PeakGrowth, -10 * Megabyte, 60 * Megabyte);
        }
    }

    private static int Depth(object? value) => value is ClixmlList list ? 1 + list.Select(Depth).DefaultIfEmpty(0).Max() : 0;
}
