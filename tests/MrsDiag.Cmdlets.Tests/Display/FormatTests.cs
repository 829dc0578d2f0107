using System;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Display;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Display;

public sealed class FormatTests
{
    [EngineTheory]
    [InlineData("Adele Vance", 24, "Adele Vance")]
    [InlineData("CN=Adele Vance,OU=Users,DC=contoso,DC=com", 24, "CN=Adele Vance,O…,DC=com")]
    [InlineData("two\r\nlines", 24, "two lines")]
    [InlineData("abcdefgh", 4, "abcdefgh")]
    [InlineData(null, 24, "")]
    public void Names_are_cut_in_the_middle_and_stay_on_one_line(string? text, int width, string expected) =>
        Assert.Equal(expected, Format.Middle(text, width));

    [EngineFact]
    public void Texts_are_cut_at_the_end()
    {
        Assert.Equal("The load…", Format.Line("The load balancer", 9));
        Assert.Equal("", Format.Line(null, 9));
    }

    [EngineFact]
    public void Paragraphs_fit_the_list_view_and_long_words_stay_whole()
    {
        string url = "https://learn.microsoft.com/" + new string('x', 100);
        string[] lines = Format.Paragraph(string.Join(" ", Enumerable.Repeat("word", 60)) + " " + url + "\nnext").Split('\n');
        Assert.Equal([url, "next"], lines[^2..]);
        Assert.All(lines[..^2], l => Assert.True(l.Length <= 87));
    }

    [EngineFact]
    public void Values_that_a_newer_version_wrote_stand_for_themselves()
    {
        PSObject finding = new();
        finding.Properties.Add(new PSNoteProperty("Confidence", "Certain"));
        finding.Properties.Add(new PSNoteProperty("Owner", "Vendor"));
        Assert.Equal("Certain", Format.Sureness(finding));
        Assert.Equal("Vendor", Format.Owner(finding));
        Assert.True(Format.HasOwner(finding));
    }

    [EngineFact]
    public void Nothing_at_all_gives_empty_texts_and_no_exception()
    {
        Assert.All(
            new Func<PSObject?, string>[] { Format.What, Format.EvidenceLines, Format.Steps, Format.Settings, Format.Seen, Format.Summary, Format.Affected },
            method => Assert.NotNull(method(null)));
        Assert.False(Format.HasOwner(null));
    }
}
