using System;
using System.Collections.Generic;
using MrsDiag.Core.Tests.Sources.Support;
using MrsDiag.Sources;
using MrsDiag.Sources.Clixml;
using Xunit;

namespace MrsDiag.Core.Tests.Sources;

public class ClixmlValueTests
{
    public static IEnumerable<object?[]> Values =>
    [
        ["S", "text", "text"],
        ["C", "120", "x"],
        ["C", "55357", "\ud83d"],
        ["B", "true", true],
        ["B", "false", false],
        ["By", "255", (byte)255],
        ["SB", "-128", (sbyte)-128],
        ["I16", "-32768", short.MinValue],
        ["U16", "65535", ushort.MaxValue],
        ["I32", "-2147483648", int.MinValue],
        ["I32", "0", 0],
        ["U32", "4294967295", uint.MaxValue],
        ["I64", "-9223372036854775808", long.MinValue],
        ["I64", "9223372036854775807", long.MaxValue],
        ["U64", "18446744073709551615", ulong.MaxValue],
        ["Sg", "1.5", 1.5f],
        ["Db", "1E-05", 0.00001],
        ["Db", "INF", double.PositiveInfinity],
        ["Db", "-INF", double.NegativeInfinity],
        ["Db", "NaN", double.NaN],
        ["D", "12.50", 12.50m],
        ["G", "7d8e0c52-0b1f-4a80-9c47-d5e1c8c3f7a1", new Guid("7d8e0c52-0b1f-4a80-9c47-d5e1c8c3f7a1")],
        ["Version", "15.1.2507.6", new Version(15, 1, 2507, 6)],
        ["SemanticVersion", "7.6.5-preview.1", "7.6.5-preview.1"],
        ["URI", "https://mail.contoso.com/EWS/mrsproxy.svc", "https://mail.contoso.com/EWS/mrsproxy.svc"],
        ["XD", "&lt;a /&gt;", "<a />"],
        ["SBK", "Get-Date", "Get-Date"],
        ["BA", "AAH+/w==", new byte[] { 0, 1, 254, 255 }],
        ["BA", "", Array.Empty<byte>()],
        ["TS", "P3650DT1H2M3.004S", new TimeSpan(3650, 1, 2, 3, 4)],
        ["TS", "-PT0.5S", TimeSpan.FromMilliseconds(-500)],
        ["TS", "00:05:27.1008444", new TimeSpan(3_271_008_444)],
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_primitive_has_the_value_and_the_type_it_was_written_with(string element, string written, object expected)
    {
        object? value = Clixml.Read(Clixml.Document($"<{element}>{written}</{element}>")).Clean;

        Assert.Equal(expected.GetType(), value!.GetType());
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("I32", "2147483648")]
    [InlineData("I32", "")]
    [InlineData("I32", "-")]
    [InlineData("I32", "12x")]
    [InlineData("By", "256")]
    [InlineData("U32", "-1")]
    [InlineData("I64", "9223372036854775808")]
    [InlineData("B", "maybe")]
    [InlineData("G", "no-guid")]
    [InlineData("DT", "yesterday")]
    [InlineData("DT", "2026-13-40T25:61:61")]
    [InlineData("TS", "a while")]
    [InlineData("BA", "AAA")]
    [InlineData("Version", "fifteen")]
    [InlineData("Db", "much")]
    [InlineData("C", "70000")]
    public void A_value_that_has_not_the_form_of_its_type_is_given_as_text_and_told(string element, string written)
    {
        ClixmlResult result = Clixml.Read(Clixml.Document("\n" + Clixml.Object(0, $"<{element} N=\"A\">{written}</{element}>")));

        Assert.Equal(written, result.At(0).Get("A"));
        ClixmlProblem problem = Assert.Single(result.Problems);
        Assert.Equal(ClixmlProblemKind.BadValue, problem.Kind);
        Assert.Equal(2, problem.Line);
        Assert.Contains("'A'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-04T05:06:07.1234567Z", "2026-03-04T05:06:07.1234567Z")]
    [InlineData("2026-03-04T05:06:07Z", "2026-03-04T05:06:07.0000000Z")]
    [InlineData("2026-03-04T05:06:07.1+01:00", "2026-03-04T04:06:07.1000000Z")]
    [InlineData("2026-03-04T05:06:07-09:30", "2026-03-04T14:36:07.0000000Z")]
    [InlineData("2026-03-04T05:06:07", "2026-03-04T05:06:07.0000000")]
    [InlineData("2024-02-29T23:59:59.9999999", "2024-02-29T23:59:59.9999999")]
    [InlineData("9999-12-31T23:59:59.9999999-08:00", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00.0000000Z")]
    [InlineData("2026-03-04", "2026-03-04T00:00:00.0000000")]
    public void A_time_keeps_its_kind_an_offset_is_turned_into_UTC(string written, string expected)
    {
        DateTime time = Assert.IsType<DateTime>(Clixml.Read(Clixml.Document($"<DT>{written}</DT>")).Clean);

        Assert.Equal(expected, time.ToString("o"));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("_x000D__x000A_", "\r\n")]
    [InlineData("_x005F_x0041_", "_x0041_")]
    [InlineData("_X0041_", "A")]
    [InlineData("a_x00e9_b_x00E9_c", "a\u00e9b\u00e9c")]
    [InlineData("_xD83D__xDE00_", "\ud83d\ude00")]
    [InlineData("_", "_")]
    [InlineData("_x", "_x")]
    [InlineData("_x0041", "_x0041")]
    [InlineData("_x00G1_", "_x00G1_")]
    [InlineData("__x0041__", "_A_")]
    [InlineData("StalledDueToTarget_DiskLatency", "StalledDueToTarget_DiskLatency")]
    public void Escapes_are_undone_in_texts_and_in_names(string written, string expected)
    {
        ClixmlNode node = Clixml.Read(Clixml.Document(Clixml.Object(0, $"<S N=\"{written}\">{written}</S>"))).Node;

        Assert.Equal(expected, node.Get(expected));
        Assert.Equal([expected], node.PropertyNames);
    }

    [Fact]
    public void Escapes_are_undone_in_the_text_and_type_of_an_object()
    {
        ClixmlNode node = Clixml.Read(Clixml.Document("<Obj RefId=\"0\"><TN RefId=\"0\"><T>A_x005F_xB</T></TN><ToString>a_x000A_b</ToString><Props /></Obj>")).Node;

        Assert.Equal("a\nb", node.Text);
        Assert.Equal(["A_xB"], node.TypeNames);
    }

    [Fact]
    public void Texts_of_any_length_around_the_sizes_of_buffers_come_whole()
    {
        foreach (int around in new[] { 32, 4096, 8192, 16384, 65536 })
        {
            for (int length = around - 5; length <= around + 5; length++)
            {
                string text = new string('x', length - 2) + "\ud83d\ude00";
                string more = new('y', 4099);

                ClixmlNode node = Clixml.Read(Clixml.Document(Clixml.Object(0, $"<S N=\"{text.Substring(0, Math.Min(length, 1000) - 2)}\">{text}</S><S N=\"B\">{more}</S>"))).Node;

                Assert.Equal(text, node.Get(text.Substring(0, Math.Min(length, 1000) - 2)));
                Assert.Equal(more, node.Get("B"));
            }
        }
    }

    [Fact]
    public void Equal_short_texts_are_one_string_and_others_are_not_mixed_up()
    {
        TextPool pool = new();
        List<string> seen = [];
        for (int i = 0; i < 20_000; i++)
        {
            string text = "server" + (i % 5000);
            string pooled = pool.Get(text.ToCharArray(), text.Length);
            Assert.Equal(text, pooled);
            seen.Add(pooled);
        }

        Assert.Same(pool.Get("abc".ToCharArray(), 3), pool.Get("abcd".ToCharArray(), 3));
        Assert.Equal(20_000, seen.Count);
    }

    [Fact]
    public void Names_beyond_the_pool_are_still_the_right_ones()
    {
        NamePool pool = new(["Skip9001"]);
        for (int i = 0; i < 10_000; i++)
        {
            string name = "Skip" + i;
            PropertyName found = pool.Get(name.ToCharArray(), name.Length);
            Assert.Equal(name, found.Text);
            Assert.Equal(i == 9001, found.IsSkipped);
        }
        Assert.Same(pool.Get("Skip1".ToCharArray(), 5), pool.Get("Skip1".ToCharArray(), 5));
    }
}
