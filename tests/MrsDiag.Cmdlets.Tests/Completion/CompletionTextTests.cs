using System.Linq;
using System.Management.Automation;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Completion;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Completion;

public sealed class CompletionTextTests
{
    private static readonly (string Text, string OtherName, string ToolTip)[] Candidates =
    [
        ("MRS3001", "affinity-lost", "The balancer loses the session"),
        ("MRS3010", "mailbox-locked", ""),
        ("it's odd", "it's odd", "A name that needs quotes"),
    ];

    [EngineTheory]
    [InlineData("", "MRS3001", "MRS3010", "'it''s odd'")]
    [InlineData("mrs301", "MRS3010")]
    [InlineData("aff", "MRS3001")]
    [InlineData("*01", "MRS3001", "MRS3010")]
    [InlineData("'MRS3001", "'MRS3001'")]
    [InlineData("'MRS3001'", "'MRS3001'")]
    [InlineData("\"MRS3001", "\"MRS3001\"")]
    [InlineData("\"it's", "\"it's odd\"")]
    [InlineData("none")]
    public void What_is_typed_selects_and_what_is_put_in_is_quoted_where_needed(string typed, params string[] expected) =>
        Assert.Equal(expected, CompletionText.Offer(typed, Candidates).Select(r => r.CompletionText));

    [EngineFact]
    public void The_title_is_the_tooltip_and_the_bare_name_is_listed()
    {
        CompletionResult[] offers = CompletionText.Offer("'", Candidates).ToArray();
        Assert.Equal(("'MRS3001'", "MRS3001", "The balancer loses the session"), (offers[0].CompletionText, offers[0].ListItemText, offers[0].ToolTip));
        Assert.Equal("MRS3010", offers[1].ToolTip);
    }

    [EngineFact]
    public void A_bracket_that_is_no_pattern_offers_nothing_rather_than_failing()
    {
        using Session session = new();
        Assert.Empty(session.Run("(TabExpansion2 'Get-MrsDiagRule -Pack [' 24).CompletionMatches | Where-Object ResultType -eq ParameterValue"));
    }
}
