using System.Linq;
using System.Text;
using MrsDiag.Core.Tests.Sources.Support;
using MrsDiag.Sources;
using MrsDiag.Sources.Clixml;
using Xunit;

namespace MrsDiag.Core.Tests.Sources;

public class ClixmlReferenceTests
{
    [Fact]
    public void A_reference_gives_the_very_object_within_one_object_across_objects_and_at_the_top()
    {
        string first = Clixml.Object(0, Clixml.Object(1, "<S N=\"Name\">DB01</S>", "Database") + "<Ref N=\"Same\" RefId=\"1\" />");

        ClixmlResult result = Clixml.Read(Clixml.Document(first + Clixml.Object(2, "<Ref N=\"Database\" RefId=\"1\" />") + "<Ref RefId=\"0\" />"));

        Assert.Empty(result.Problems);
        Assert.Same(result.At(0).Get("Database"), result.At(0).Get("Same"));
        Assert.Same(result.At(0).Get("Database"), result.At(1).Get("Database"));
        Assert.Same(result.Values[0], result.Values[2]);
    }

    [Fact]
    public void A_reference_to_an_object_still_open_closes_the_circle()
    {
        ClixmlNode node = Clixml.Read(Clixml.Document(Clixml.Object(0, Clixml.Object(1, "<Ref N=\"Parent\" RefId=\"0\" />", "Child") + "<S N=\"A\">x</S>"))).Node;

        Assert.Same(node, node.Get("Child").Get("Parent"));
        Assert.Equal("x", node.Get("Child").Get("Parent").Get("A"));
    }

    [Fact]
    public void A_reference_to_a_list_gives_the_list()
    {
        ClixmlNode node = Clixml.Read(Clixml.Document(Clixml.Object(0, "<Obj N=\"L\" RefId=\"1\"><LST><I32>1</I32></LST></Obj><Ref N=\"M\" RefId=\"1\" />"))).Node;

        Assert.Same(node.Get("L"), node.Get("M"));
        Assert.Equal([1], Assert.IsType<ClixmlList>(node.Get("M")));
    }

    [Theory]
    [InlineData("<Ref N=\"A\" RefId=\"77\" />")]
    [InlineData("<Ref N=\"A\" />")]
    [InlineData("<Ref N=\"A\" RefId=\"abc\" />")]
    [InlineData("<Ref N=\"A\" RefId=\"99999999999999999999\" />")]
    public void A_reference_to_nothing_is_null_and_told_with_its_line(string reference)
    {
        ClixmlResult result = Clixml.Read(Clixml.Document("\n\n" + Clixml.Object(0, reference)));

        Assert.Null(result.At(0).Get("A"));
        ClixmlProblem problem = Assert.Single(result.Problems);
        Assert.Equal(ClixmlProblemKind.UnresolvedReference, problem.Kind);
        Assert.Equal(3, problem.Line);
        Assert.StartsWith("line 3: ", problem.ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Type_names_are_found_over_the_whole_file_and_unknown_ones_are_told()
    {
        string first = "<Obj RefId=\"0\"><TN RefId=\"4\"><T>X.A</T></TN><Props /></Obj>";

        ClixmlResult result = Clixml.Read(Clixml.Document(first + "<Obj RefId=\"1\"><TNRef RefId=\"4\" /><Props /></Obj><Obj RefId=\"2\"><TNRef RefId=\"5\" /><Props /></Obj>"));

        Assert.Equal(["X.A"], result.At(1).TypeNames);
        Assert.Empty(result.At(2).TypeNames);
        Assert.Equal(ClixmlProblemKind.UnresolvedReference, Assert.Single(result.Problems).Kind);
    }

    [Fact]
    public void Earlier_objects_are_given_up_under_the_cap_but_not_what_is_referred_to_again_and_again()
    {
        StringBuilder text = new(Clixml.Object(0, Clixml.Object(1, "<S N=\"Name\">DB01</S>", "Database")));
        const int Count = 400;
        for (int i = 0; i < Count; i++)
            text.Append(Clixml.Object(2 + i, "<Ref N=\"Database\" RefId=\"1\" /><S N=\"Filler\">" + new string('x', 2000) + "</S>"));
        text.Append("<Ref RefId=\"0\" /><Ref RefId=\"2\" />").Append($"<Ref RefId=\"{Count}\" />");

        ClixmlResult result = Clixml.Read(Clixml.Document(text.ToString()), new ClixmlReaderOptions { MaxRetainedBytes = 100_000 });

        Assert.All(result.Values.Skip(1).Take(Count), v => Assert.Equal("DB01", v.Get("Database").Get("Name")));
        Assert.Equal([null, null], result.Values.Skip(1 + Count).Take(2));
        Assert.NotNull(result.Values[3 + Count]);
        Assert.Equal(2, result.ProblemCount);
    }

    [Fact]
    public void Within_one_object_and_into_the_one_before_every_reference_is_found_whatever_the_cap()
    {
        string many = string.Concat(Enumerable.Range(1, 3000).Select(i => Clixml.Object(i, "<S N=\"A\">" + i + "</S>", "P" + i)));
        string back = string.Concat(Enumerable.Range(1, 3000).Select(i => $"<Ref N=\"R{i}\" RefId=\"{i}\" />"));

        ClixmlResult result = Clixml.Read(Clixml.Document(Clixml.Object(0, many + back) + Clixml.Object(3001, back)), new ClixmlReaderOptions { MaxRetainedBytes = 1000 });

        Assert.Empty(result.Problems);
        Assert.Equal("2999", result.At(0).Get("R2999").Get("A"));
        Assert.Equal("1", result.At(1).Get("R1").Get("A"));
    }

    [Fact]
    public void Numbers_that_jump_go_back_or_repeat_are_found_too()
    {
        ReferenceTable table = new(1_000_000);
        int[] ids = [5, 6, 9, 1_000_000, 3, 7, 0, 999_999_999];
        foreach (int id in ids)
            table.Set(id, "v" + id);
        table.Set(6, "again");

        Assert.All(ids.Where(i => i != 6), id => Assert.Equal("v" + id, table.Find(id)));
        Assert.Equal("again", table.Find(6));
        Assert.Null(table.Find(8));
        Assert.Null(table.Find(4));
        Assert.Null(table.Find(-1));
    }

    [Fact]
    public void The_table_forgets_by_weight_and_keeps_finding_what_comes_after()
    {
        ReferenceTable table = new(10_000);
        for (int id = 0; id < 100; id++)
        {
            table.Set(id, "v" + id);
            table.EndObject(1000);
        }

        Assert.Null(table.Find(0));
        Assert.Null(table.Find(50));
        Assert.Equal("v99", table.Find(99));
        table.Set(100, "new");
        Assert.Equal("new", table.Find(100));
    }
}
