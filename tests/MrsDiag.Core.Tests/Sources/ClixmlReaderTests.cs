using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MrsDiag.Core.Tests.Sources.Support;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Core.Tests.Sources;

public class ClixmlReaderTests
{
    [Fact]
    public void Every_root_is_an_object_be_it_a_primitive_a_null_or_a_property_bag()
    {
        ClixmlResult result = Clixml.Read(Clixml.Document("<S>text</S><I32>5</I32><Nil />" + Clixml.Object(0, "<S N=\"A\">1</S>")));

        Assert.Empty(result.Problems);
        Assert.Equal(["text", 5, null], result.Values.Take(3));
        Assert.Equal("1", result.At(3).Get("a"));
    }

    [Theory]
    [InlineData("LST")]
    [InlineData("IE")]
    [InlineData("QUE")]
    [InlineData("STK")]
    public void Elements_of_a_list_at_the_top_come_one_by_one_before_the_list_ends(string list)
    {
        string text = Clixml.Start + $"<Obj RefId=\"0\"><TN RefId=\"0\"><T>System.Object[]</T></TN><{list}><S>first</S><S>second</S>";
        using ClixmlReader reader = new(new MemoryStream(Clixml.Utf8.GetBytes(text)), "test");
        using IEnumerator<object?> objects = reader.ReadObjects().GetEnumerator();

        Assert.True(objects.MoveNext());
        Assert.Equal("first", objects.Current);
        Assert.Empty(reader.Problems);
        Assert.True(objects.MoveNext());
        Assert.Equal("second", objects.Current);
        Assert.False(objects.MoveNext());
        Assert.Equal(ClixmlProblemKind.Truncated, Assert.Single(reader.Problems).Kind);
    }

    [Fact]
    public void A_list_inside_an_element_of_the_top_list_is_one_value()
    {
        ClixmlResult result = Clixml.Read(Clixml.Document("<Obj RefId=\"0\"><LST><Obj RefId=\"1\"><LST><I32>1</I32><I32>2</I32></LST></Obj></LST></Obj>"));

        Assert.Equal([1, 2], Assert.IsType<ClixmlList>(result.Clean));
    }

    [Fact]
    public void An_enum_has_its_name_as_text_and_its_number_as_value()
    {
        const string Enum = "<TN RefId=\"0\"><T>Deserialized.X.Side</T><T>Deserialized.System.Enum</T></TN><ToString>Source</ToString><I32>1</I32>";

        ClixmlNode node = Clixml.Read(Clixml.Document($"<Obj RefId=\"0\">{Enum}</Obj>")).Node;

        Assert.Equal("Source", node.Text);
        Assert.Equal(1, node.Get("value"));
        Assert.Equal(["X.Side", "System.Enum"], node.TypeNames);
    }

    [Fact]
    public void Enum_values_that_differ_in_name_or_number_stay_apart()
    {
        static string Enum(int id, string name, int number) =>
            $"<Obj N=\"E{id}\" RefId=\"{id}\"><TNRef RefId=\"0\" /><ToString>{name}</ToString><I32>{number}</I32></Obj>";
        string first = "<Obj N=\"E1\" RefId=\"1\"><TN RefId=\"0\"><T>X</T><T>System.Enum</T></TN><ToString>A</ToString><I32>1</I32></Obj>";

        ClixmlNode node = Clixml.Read(Clixml.Document(Clixml.Object(0, first + Enum(2, "B", 1) + Enum(3, "A", 2) + Enum(4, "A", 1) + Enum(5, "C", 70000)))).Node;

        Assert.Equal(["A1", "B1", "A2", "A1", "C70000"], node.PropertyNames.Select(n => ((ClixmlNode)node.Get(n)!).Text + node.Get(n).Get("value")));
    }

    [Fact]
    public void A_primitive_with_notes_around_it_is_the_primitive()
    {
        const string Wrapped = "<Obj N=\"Line\" RefId=\"1\"><TN RefId=\"0\"><T>System.String</T></TN><S>a line</S><MS><S N=\"PSPath\">x</S></MS></Obj>";

        ClixmlNode node = Clixml.Read(Clixml.Document(Clixml.Object(0, Wrapped + "<Ref N=\"Again\" RefId=\"1\" />"))).Node;

        Assert.Equal("a line", node.Get("Line"));
        Assert.Equal("a line", node.Get("Again"));
    }

    [Fact]
    public void A_note_hides_a_property_of_the_same_name()
    {
        ClixmlNode node = Clixml.Read(Clixml.Document("<Obj RefId=\"0\"><Props><S N=\"Name\">own</S></Props><MS><S N=\"name\">note</S></MS></Obj>")).Node;

        Assert.Equal("note", node.Get("NAME"));
    }

    [Fact]
    public void Dictionary_keys_of_any_kind_become_names()
    {
        const string Entries = "<En><S N=\"Key\">text</S><I32 N=\"Value\">1</I32></En><En><I32 N=\"Key\">7</I32><Nil N=\"Value\" /></En>"
            + "<En><Obj N=\"Key\" RefId=\"1\"><ToString>shown</ToString><Props /></Obj><Obj N=\"Value\" RefId=\"2\"><LST><S>x</S></LST></Obj></En>";

        ClixmlNode node = Clixml.Read(Clixml.Document($"<Obj RefId=\"0\"><DCT>{Entries}</DCT></Obj>")).Node;

        Assert.Equal(["text", "7", "shown"], node.PropertyNames);
        Assert.Equal(1, node.Get("Text"));
        Assert.Null(node.Get("7"));
        Assert.Equal(["x"], Assert.IsType<ClixmlList>(node.Get("shown")));
    }

    [Fact]
    public void A_list_that_has_properties_keeps_them_beside_its_elements()
    {
        const string Sequence = "<Obj N=\"L\" RefId=\"1\"><IE><I32>1</I32></IE><Props><S N=\"Label\">x</S></Props></Obj>";

        ClixmlList list = Assert.IsType<ClixmlList>(Clixml.Read(Clixml.Document(Clixml.Object(0, Sequence))).Node.Get("L"));

        Assert.Equal([1], list);
        Assert.Equal("x", list.Properties.Get("Label"));
    }

    [Fact]
    public void A_secure_string_is_never_read()
    {
        ClixmlNode node = Clixml.Read(Clixml.Document(Clixml.Object(0, "<SS N=\"Password\">6e006f0074</SS><S N=\"After\">x</S>"))).Node;

        Assert.Equal("System.Security.SecureString", node.Get("Password"));
        Assert.Equal("x", node.Get("After"));
    }

    [Fact]
    public void A_progress_record_is_read_by_the_names_of_its_class()
    {
        ClixmlNode node = Clixml.Read(Clixml.Document(
            "<Obj RefId=\"0\"><MS><PR N=\"Record\"><AV>Moving</AV><AI>4</AI><Nil /><PI>-1</PI><PC>95</PC><T>Processing</T><SR>-1</SR><SD>Copying</SD></PR></MS></Obj>")).Node;

        Assert.Equal("Moving", node.Get("Record").Get("Activity"));
        Assert.Equal(95, node.Get("Record").Get("PercentComplete"));
        Assert.Equal("Copying", node.Get("Record").Get("StatusDescription"));
    }

    [Fact]
    public void Skipped_properties_are_missing_but_the_objects_under_them_can_be_referred_to()
    {
        ClixmlReaderOptions options = new() { SkippedProperties = ["stacktrace", "Detail"] };
        string text = Clixml.Object(0, "<S N=\"StackTrace\">at</S>" + Clixml.Object(1, "<S N=\"A\">x</S>", "Detail") + "<Ref N=\"Other\" RefId=\"1\" /><S N=\"B\">y</S>");

        ClixmlNode node = Clixml.Read(Clixml.Document(text), options).Node;

        Assert.Equal(["Other", "B"], node.PropertyNames);
        Assert.Equal("x", node.Get("Other").Get("A"));
    }

    [Fact]
    public void The_text_of_skipped_types_is_missing_and_that_of_others_is_there()
    {
        ClixmlReaderOptions options = new() { SkippedTexts = ["X.Report"] };
        static string Of(int id, string type) => $"<Obj RefId=\"{id}\"><TN RefId=\"{id}\"><T>Deserialized.{type}</T></TN><ToString>text</ToString><Props /></Obj>";

        ClixmlResult result = Clixml.Read(Clixml.Document(Of(0, "X.Report") + Of(1, "X.Entry")), options);

        Assert.Null(result.At(0).Text);
        Assert.Equal("text", result.At(1).Text);
    }

    [Fact]
    public void The_options_for_move_reports_skip_what_a_report_carries_twice()
    {
        ClixmlNode failure = Clixml.Read(
            Clixml.Document(Clixml.Object(0, "<S N=\"Message\">m</S><BA N=\"MessageData\">AA==</BA><S N=\"StackTrace\">s</S><Nil N=\"XmlSchemaType\" />")),
            ClixmlReaderOptions.MoveReport).Node;

        Assert.Equal(["Message"], failure.PropertyNames);
    }

    [Fact]
    public void White_space_comments_and_instructions_between_elements_do_not_matter()
    {
        string text = "\r\n<?xml version=\"1.0\"?>\r\n".TrimStart() + "<!-- exported -->\r\n" + Clixml.Document("\r\n  <!-- a -->\r\n  <S>x</S>\r\n  <?pi y?>\r\n") + "\r\n\r\n";

        Assert.Equal("x", Clixml.Read(text).Clean);
    }

    [Fact]
    public void Text_around_CDATA_and_references_is_one_text()
    {
        Assert.Equal("a<b>c&d A\0e", Clixml.Read(Clixml.Document("<S>a<![CDATA[<b>]]>c&amp;d &#x41;&#0;e</S>")).Clean);
    }

    [Fact]
    public void A_document_of_one_object_without_a_frame_is_read()
    {
        Assert.Equal("x", Clixml.Read("<Obj RefId=\"0\"><Props><S N=\"A\">x</S></Props></Obj>").Node.Get("A"));
    }

    [Fact]
    public void An_empty_document_gives_nothing_and_no_problem()
    {
        foreach (string text in new[] { Clixml.Document(""), "<Objs Version=\"1.1.0.1\" />" })
        {
            ClixmlResult result = Clixml.Read(text);

            Assert.Empty(result.Values);
            Assert.Empty(result.Problems);
        }
    }

    [Fact]
    public void What_CLIXML_does_not_have_is_left_out_and_told_with_its_line()
    {
        ClixmlResult result = Clixml.Read(Clixml.Document("\n" + Clixml.Object(0, "<S N=\"A\">x</S>\n<Odd><S N=\"B\">in</S></Odd>stray<S N=\"C\"><Odd />y</S>")));

        Assert.Equal(["A", "C"], result.At(0).PropertyNames);
        Assert.Equal("y", result.At(0).Get("C"));
        Assert.Equal([3, 3, 3], result.Problems.Select(p => p.Line));
        Assert.All(result.Problems, p => Assert.Equal(ClixmlProblemKind.Unexpected, p.Kind));
    }

    [Fact]
    public void Problems_beyond_the_limit_are_counted_and_the_one_that_ended_it_is_kept()
    {
        string odd = string.Concat(Enumerable.Repeat("<Odd />", 50));

        ClixmlResult result = Clixml.Read(Clixml.Start + odd, new ClixmlReaderOptions { MaxProblems = 10 });

        Assert.Equal(51, result.ProblemCount);
        Assert.Equal(11, result.Problems.Count);
        Assert.Equal(ClixmlProblemKind.Truncated, result.Problems[10].Kind);
    }

    [Fact]
    public void Objects_are_read_once_only_and_nothing_is_read_before()
    {
        using MemoryStream stream = new(Clixml.Utf8.GetBytes(Clixml.Document("<S>x</S>")));
        using ClixmlReader reader = new(stream, "test");
        IEnumerable<object?> objects = reader.ReadObjects();

        Assert.Equal(0, stream.Position);
        Assert.Equal("x", Assert.Single(objects));
        Assert.Equal(stream.Length, reader.BytesRead);
        Assert.Throws<InvalidOperationException>(() => reader.ReadObjects());
    }

    [Fact]
    public void Disposing_the_reader_disposes_the_stream()
    {
        MemoryStream stream = new(Clixml.Utf8.GetBytes(Clixml.Document("<S>x</S>")));
        new ClixmlReader(stream, "test").Dispose();

        Assert.False(stream.CanRead);
    }

    [Fact]
    public void A_cancelled_token_ends_it_also_inside_one_long_text()
    {
        using CancellationTokenSource source = new();
        using PatternStream stream = new(Clixml.Utf8, Clixml.Start + "<S>first</S><S>", "text ", 100_000_000, "</S></Objs>");
        using ClixmlReader reader = new(stream, "test");
        using IEnumerator<object?> objects = reader.ReadObjects(source.Token).GetEnumerator();
        Assert.True(objects.MoveNext());

        source.CancelAfter(20);

        Assert.ThrowsAny<OperationCanceledException>(() => objects.MoveNext());
        Assert.True(stream.Total < 450_000_000);
    }

    [Fact]
    public void A_token_that_is_cancelled_already_reads_nothing()
    {
        using ClixmlReader reader = new(new MemoryStream(Clixml.Utf8.GetBytes(Clixml.Document("<S>x</S>"))), "test");

        Assert.ThrowsAny<OperationCanceledException>(() => reader.ReadObjects(new CancellationToken(true)).ToList());
        Assert.Equal(0, reader.BytesRead);
    }
}
