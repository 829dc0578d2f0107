using System.Linq;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Yaml;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

public class YamlTextReaderTests
{
    [Theory]
    [InlineData("a: plain text\n", "plain text", ScalarStyle.Plain, 1, 4)]
    [InlineData("a: 'it''s'\n", "it's", ScalarStyle.SingleQuoted, 1, 4)]
    [InlineData("a: \"x\\ty\"\n", "x\ty", ScalarStyle.DoubleQuoted, 1, 4)]
    [InlineData("a: |\n  one\n  two\n", "one\ntwo\n", ScalarStyle.Literal, 2, 3)]
    [InlineData("a: >-\n  one\n  two\n", "one two", ScalarStyle.Folded, 2, 3)]
    [InlineData("a: >-  # why\n\n\n    one\n", "\n\none", ScalarStyle.Folded, 4, 5)]
    [InlineData("a: |2\n   one\nb: x\n", " one\n", ScalarStyle.Literal, 2, 4)]
    [InlineData("a:\n  deep\n", "deep", ScalarStyle.Plain, 2, 3)]
    [InlineData("a: one\r\nb: two\r\n", "one", ScalarStyle.Plain, 1, 4)]
    [InlineData("\ufeffa: one\n", "one", ScalarStyle.Plain, 1, 4)]
    public void A_scalar_knows_its_value_style_and_place(string yaml, string value, object style, int line, int column)
    {
        (SourceText source, YamlMapping root) = Read(yaml);
        YamlScalar scalar = root.Scalar("a")!;

        Assert.Equal((value, style), (scalar.Value, scalar.Style));
        Assert.Equal($"x.yml:{line}:{column}", source.Span(scalar.Start, scalar.End).ToString());
    }

    [Theory]
    [InlineData("plain", "Text")]
    [InlineData("1", "Number")]
    [InlineData("-1.5e3", "Number")]
    [InlineData("0x1F", "Number")]
    [InlineData(".inf", "Number")]
    [InlineData("'1'", "Text")]
    [InlineData("1.2.3", "Text")]
    [InlineData("2024-05-01", "Text")]
    [InlineData("1h30m", "Text")]
    [InlineData("true", "Boolean")]
    [InlineData("FALSE", "Boolean")]
    [InlineData("yes", "Text")]
    [InlineData("\"true\"", "Text")]
    [InlineData("~", "Empty")]
    [InlineData("null", "Empty")]
    [InlineData("", "Empty")]
    [InlineData("''", "Text")]
    public void Plain_scalars_follow_the_core_schema(string written, string kind) =>
        Assert.Equal(kind, Read("a: " + written + "\n").Root.Scalar("a")!.Kind.ToString());

    [Fact]
    public void Lines_after_carriage_returns_and_surrogate_pairs_are_counted_as_editors_do()
    {
        (SourceText source, YamlMapping root) = Read("a: 1\r\nb: 'x\r\n  y'\r\nc: |\r\n  l\r\nd: \ud83d\ude00 x # c\r\ne: f\n");

        Assert.Equal(["1:1", "2:1", "4:1", "6:1", "7:1"], root.Entries.Select(e => Place(source, e.Key)));
        Assert.Equal(("5:3", "6:4"), (Place(source, root.Entries[2].Value), Place(source, root.Entries[3].Value)));
        Assert.Equal(8, source.Span(root.Entries[3].Value.Start, root.Entries[3].Value.End).EndColumn);
    }

    [Fact]
    public void Old_line_breaks_count_as_lines()
    {
        (SourceText source, YamlMapping root) = Read("a: 1\rb: 2\r");

        Assert.Equal("2:1", Place(source, root.Entries[1].Key));
        Assert.Equal("b: 2", source.LineText(2));
    }

    [Fact]
    public void A_collection_in_brackets_is_marked_whole_and_one_in_lines_at_its_beginning()
    {
        (SourceText source, YamlMapping root) = Read("a: [x, {y: z}]\nb:\n  - one\n  - two\nc:\n  key: v\n  other: w\n");

        Assert.Equal("[x, {y: z}]", Marked(source, root.Find("a")!.Value));
        Assert.Equal("- one", Marked(source, root.Find("b")!.Value));
        Assert.Equal("key", Marked(source, root.Find("c")!.Value));
    }

    [Fact]
    public void A_value_that_is_not_there_is_marked_at_its_key()
    {
        (SourceText source, YamlMapping root) = Read("first: x\nsecond:\nthird: y\n");

        Assert.Equal("second", Marked(source, root.Find("second")!.Value));
    }

    [Theory]
    [InlineData("a: it's here\n", "it's here", 5, 8)]
    [InlineData("a: 'it''s here'\n", "it's here", 3, 8)]
    [InlineData("a: 'it''s here'\n", "it's here", 5, 10)]
    [InlineData("a: \"\\\"x\\\" \\u0041\\U0001F600z\"\n", "\"x\" A\ud83d\ude00z", 4, 10)]
    [InlineData("a: \"\\\"x\\\" \\u0041\\U0001F600z\"\n", "\"x\" A\ud83d\ude00z", 7, 26)]
    [InlineData("a: \"\\t\\u200e{x}\"\n", "\t\u200e{x}", 2, 12)]
    [InlineData("a: >-\n  one\n  two {x}\n", "one two {x}", 8, 18)]
    [InlineData("a: |\n  one\n\n    two\n", "one\n\n  two\n", 7, 16)]
    [InlineData("a: 'one\n\n  two'\n", "one\ntwo", 4, 11)]
    [InlineData("a: \"one\\\n  two\"\n", "onetwo", 3, 11)]
    [InlineData("a: one two\n", "one two", 3, 6)]
    [InlineData("a: one two\n", "one two", 7, 10)]
    public void A_character_of_a_value_is_found_in_the_file(string yaml, string value, int offset, int index)
    {
        (SourceText source, YamlMapping root) = Read(yaml);
        YamlScalar scalar = root.Scalar("a")!;

        Assert.Equal(value, scalar.Value);
        Assert.Equal(index, ScalarMap.IndexOf(source.Text, scalar, offset));
    }

    [Fact]
    public void Every_visible_character_of_every_style_is_found()
    {
        (SourceText source, YamlMapping root) = Read("p: abc d\ns: 'a b''c'\nd: \"a\\\"b\\\\c\"\nf: >\n  a b\n\n   c\n  d\nl: |+\n  a\n   b\n\n");
        foreach (YamlScalar scalar in root.Entries.Select(e => (YamlScalar)e.Value))
            for (int i = 0; i < scalar.Value.Length; i++)
                if (!char.IsWhiteSpace(scalar.Value[i]) && scalar.Value[i] is not ('"' or '\\' or '\''))
                    Assert.Equal(scalar.Value[i], source.Text[ScalarMap.IndexOf(source.Text, scalar, i)]);
    }

    [Fact]
    public void Thirty_two_levels_are_read_and_thirty_three_are_not()
    {
        Assert.NotNull(YamlTextReader.Read(File(Nested(32), out _)));
        Assert.Null(YamlTextReader.Read(File(Nested(33), out DiagnosticSink sink)));
        Assert.Equal("RP0011", sink.ToList().Single().Code);

        static string Nested(int levels) => new string('[', levels) + new string(']', levels);
    }

    [Fact]
    public void A_megabyte_is_read_and_one_byte_more_is_not()
    {
        string text = "a: b\n#";
        Assert.NotNull(YamlTextReader.Read(File(text + new string('x', YamlTextReader.MaxBytes - text.Length), out _)));
        Assert.Null(YamlTextReader.Read(File(text + new string('x', YamlTextReader.MaxBytes - text.Length + 1), out _)));
    }

    [Fact]
    public void A_duplicate_key_names_both_places()
    {
        YamlTextReader.Read(File("a: 1\nb: 2\n'a': 3\n", out DiagnosticSink sink));

        Diagnostics.Diagnostic diagnostic = sink.ToList().Single();
        Assert.Equal(("x.yml:3:1", "x.yml:1:1", "first used at"), (diagnostic.Location.ToString(), diagnostic.Related!.ToString(), diagnostic.RelatedText));
    }

    [Fact]
    public void One_document_may_have_its_marks() => Assert.NotNull(YamlTextReader.Read(File("%YAML 1.2\n---\na: b\n...\n", out _)));

    private static FileDiagnostics File(string text, out DiagnosticSink sink) => new(new SourceText("x.yml", text), 0, sink = new DiagnosticSink());

    private static (SourceText Source, YamlMapping Root) Read(string text)
    {
        FileDiagnostics file = File(text, out DiagnosticSink sink);
        YamlNode? root = YamlTextReader.Read(file);
        Assert.Empty(sink.ToList());
        return (file.Source, Assert.IsType<YamlMapping>(root));
    }

    private static string Place(SourceText source, YamlNode node) => source.Span(node.Start, node.End).ToString().Substring("x.yml:".Length);

    private static string Marked(SourceText source, YamlNode node) => FaultTests.TextAt(source.Text, source.Span(node.Start, node.End));
}
