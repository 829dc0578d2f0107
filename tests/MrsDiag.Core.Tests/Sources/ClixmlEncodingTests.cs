using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MrsDiag.Core.Tests.Sources.Support;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Core.Tests.Sources;

public class ClixmlEncodingTests
{
    private const string Text = "J\u00fcrgen \u65e5\u672c \u200e\u2019 \ud83d\ude00";

    public static IEnumerable<object[]> Encodings =>
    [
        ["UTF-16 LE with mark", Encoding.Unicode],
        ["UTF-16 LE", new UnicodeEncoding(false, false)],
        ["UTF-16 BE with mark", Encoding.BigEndianUnicode],
        ["UTF-16 BE", new UnicodeEncoding(true, false)],
        ["UTF-8 with mark", Encoding.UTF8],
        ["UTF-8", Clixml.Utf8],
        ["UTF-32 with mark", Encoding.UTF32],
        ["UTF-32 BE with mark", new UTF32Encoding(true, true)],
    ];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_that_PowerShell_writes_is_read(string name, Encoding encoding)
    {
        foreach (int atATime in new[] { 1, 3, 4096, int.MaxValue })
        {
            byte[] bytes = Clixml.Bytes(encoding, Clixml.Document($"<S>{Text}</S>"));

            ClixmlResult result = Clixml.Read(new TroubledStream(bytes, atATime));

            Assert.True(Text.Equals(result.Clean), name);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_declaration_that_contradicts_the_bytes_is_not_believed_and_told_as_a_doubt(string name, Encoding encoding)
    {
        string wrong = encoding.GetByteCount("a") == 1 ? "utf-16" : "utf-8";
        byte[] bytes = Clixml.Bytes(encoding, $"<?xml version=\"1.0\" encoding=\"{wrong}\"?>" + Clixml.Document($"<S>{Text}</S>"));

        ClixmlResult result = Clixml.Read(bytes);

        Assert.Equal([Text], result.Values);
        ClixmlProblem doubt = Assert.Single(result.Problems);
        Assert.Equal(ClixmlProblemKind.EncodingDoubt, doubt.Kind);
        Assert.False(doubt.IsLoss, name);
        Assert.Contains(wrong, doubt.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_declaration_that_is_right_gives_no_problem(string name, Encoding encoding)
    {
        foreach (string declared in new[] { encoding.WebName, encoding.WebName.ToUpperInvariant() })
        {
            byte[] bytes = Clixml.Bytes(encoding, $"<?xml version='1.0' encoding='{declared}' standalone='yes'?>\r\n" + Clixml.Document($"<S>{Text}</S>"));

            Assert.True(Text.Equals(Clixml.Read(bytes).Clean), name);
        }
    }

    [Fact]
    public void A_byte_order_mark_that_contradicts_the_bytes_is_not_believed()
    {
        string text = Clixml.Document($"<S>{Text}</S>");

        ClixmlResult marked16 = Clixml.Read([0xff, 0xfe, .. Clixml.Utf8.GetBytes(text)]);
        ClixmlResult marked8 = Clixml.Read([0xef, 0xbb, 0xbf, .. new UnicodeEncoding(false, false).GetBytes(text)]);

        Assert.All([marked16, marked8], r =>
        {
            Assert.Equal([Text], r.Values);
            Assert.Equal(ClixmlProblemKind.EncodingDoubt, Assert.Single(r.Problems).Kind);
        });
    }

    [Fact]
    public void A_declared_encoding_of_one_byte_is_honoured()
    {
        string text = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + Clixml.Document("<S>J\u00fcrgen</S>");

        Assert.Equal("J\u00fcrgen", Clixml.Read(Encoding.GetEncoding("iso-8859-1").GetBytes(text)).Clean);
    }

    [Fact]
    public void An_encoding_that_nobody_knows_is_told_and_read_as_what_the_bytes_are()
    {
        ClixmlResult result = Clixml.Read("<?xml version=\"1.0\" encoding=\"x-nobody\"?>" + Clixml.Document("<S>x</S>"));

        Assert.Equal(["x"], result.Values);
        Assert.Equal(ClixmlProblemKind.EncodingDoubt, Assert.Single(result.Problems).Kind);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_replaced_and_counted()
    {
        byte[] bytes = [.. Clixml.Utf8.GetBytes(Clixml.Start + "<S>J"), 0xfc, .. Clixml.Utf8.GetBytes("rgen</S><S>M"), 0xfc, .. Clixml.Utf8.GetBytes("ller</S></Objs>")];

        ClixmlResult result = Clixml.Read(bytes);

        Assert.Equal(["J\ufffdrgen", "M\ufffdller"], result.Values);
        ClixmlProblem problem = Assert.Single(result.Problems);
        Assert.Equal(ClixmlProblemKind.UndecodableBytes, problem.Kind);
        Assert.StartsWith("2 byte sequences", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.IsLoss);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void NULs_inside_texts_are_replaced_and_told_and_nothing_else_is_lost(string name, Encoding encoding)
    {
        byte[] bytes = Clixml.Bytes(encoding, Clixml.Document("\n\n<S>a\0b</S><S>c</S>\n<S>\0\0</S><S>d</S>"));

        ClixmlResult result = Clixml.Read(bytes);

        Assert.Equal(["a\ufffdb", "c", "\ufffd\ufffd", "d"], result.Values);
        Assert.True(result.Problems.All(p => p.Kind == ClixmlProblemKind.InvalidCharacters && p.Line > 0), name);
        Assert.NotEmpty(result.Problems);
    }

    [Fact]
    public void NULs_behind_the_end_are_told_as_trailing_data()
    {
        ClixmlResult result = Clixml.Read(Clixml.Bytes(Encoding.Unicode, Clixml.Document("<S>x</S>") + new string('\0', 9000)));

        Assert.Equal(["x"], result.Values);
        Assert.Contains(result.Problems, p => p.Kind == ClixmlProblemKind.TrailingData);
    }

    [Fact]
    public void Half_a_character_at_the_end_is_no_more_than_a_break()
    {
        byte[] bytes = Clixml.Bytes(Encoding.Unicode, Clixml.Document("<S>x</S><S>y</S>"));

        ClixmlResult result = Clixml.Read(bytes.Take(bytes.Length - 25).ToArray());

        Assert.Equal(["x"], result.Values.Take(1));
        Assert.Equal(ClixmlProblemKind.Truncated, Assert.Single(result.Problems).Kind);
    }
}
