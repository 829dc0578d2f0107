using MrsDiag.Text;
using Xunit;

namespace MrsDiag.Core.Tests.Text;

public class WildcardTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a*c", "abbbc", true)]
    [InlineData("a*c", "abbbd", false)]
    [InlineData("*b*b*", "abcb", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("MRS3*", "mrs3001", true)]
    [InlineData("*.xml", "a.XML", true)]
    public void Stars_and_question_marks_stand_for_text(string pattern, string text, bool expected) =>
        Assert.Equal(expected, Wildcard.IsMatch(pattern, text));

    [Fact]
    public void Many_stars_over_a_long_text_end_in_time() =>
        Assert.False(Wildcard.IsMatch(string.Concat(System.Linq.Enumerable.Repeat("a*", 40)) + "b", new string('a', 20_000)));
}
