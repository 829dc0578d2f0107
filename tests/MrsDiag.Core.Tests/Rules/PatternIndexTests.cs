using System;
using System.Linq;
using MrsDiag.Rules.Evaluation;
using MrsDiag.Text;
using Xunit;

namespace MrsDiag.Core.Tests.Rules;

public class PatternIndexTests
{
    [Fact]
    public void It_finds_what_a_plain_search_finds()
    {
        Random random = new(20240501);
        string[] patterns = Enumerable.Range(0, 60).Select(_ => Word(random, 1, 4)).Distinct().ToArray();
        PatternIndex index = new();
        int[] ids = patterns.Select(index.Add).ToArray();
        index.Freeze();
        for (int round = 0; round < 500; round++)
        {
            string text = Word(random, 0, 40);
            string normal = TextNormalizer.Normalize(text);
            int[] expected = ids.Where(id => normal.IndexOf(index.Pattern(id), StringComparison.Ordinal) >= 0).Distinct().OrderBy(i => i).ToArray();
            Assert.Equal(expected, index.Scan(text));
        }
    }

    [Fact]
    public void Patterns_inside_each_other_are_all_found()
    {
        PatternIndex index = new();
        int[] ids = new[] { "he", "she", "hers", "his", "her" }.Select(index.Add).ToArray();
        index.Freeze();
        Assert.Equal(new[] { ids[0], ids[1], ids[2], ids[4] }.OrderBy(i => i), index.Scan("USHERS"));
    }

    [Fact]
    public void Equal_patterns_share_an_id()
    {
        PatternIndex index = new();
        Assert.Equal(index.Add("Isn't  done"), index.Add("is not done"));
        Assert.Equal(1, index.Count);
    }

    private static string Word(Random random, int min, int max) =>
        new(Enumerable.Range(0, random.Next(min, max + 1)).Select(_ => "aAbB c\u200en't"[random.Next(10)]).ToArray() is { Length: > 0 } c && new string(c).Trim('\u200e', ' ').Length > 0 ? c : ['a']);
}
