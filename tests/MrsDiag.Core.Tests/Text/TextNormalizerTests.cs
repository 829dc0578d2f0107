using System.Globalization;
using System.Threading;
using MrsDiag.Text;
using Xunit;

namespace MrsDiag.Core.Tests.Text;

public class TextNormalizerTests
{
    [Theory]
    [InlineData("The  Mailbox\r\n   is\tlocked ", "the mailbox is locked")]
    [InlineData("\u200e'Name\u200e' isn\u2019t", "'name' is not")]
    [InlineData("doesn't can't won't", "does not cannot wo not")]
    [InlineData("isn\u200e't'", "is not'")]
    [InlineData("isn'tx rock'n'tall", "isn'tx rock'n'tall")]
    [InlineData("\u201cQuoted\u201d \u2013 dash", "\"quoted\" - dash")]
    [InlineData("INSUFF_ACCESS_RIGHTS", "insuff_access_rights")]
    [InlineData("a\u00a0\u00a0b", "a b")]
    [InlineData("", "")]
    [InlineData("\u200e \r\n", "")]
    public void Texts_fold_to_one_form(string text, string expected)
    {
        Assert.Equal(expected, TextNormalizer.Normalize(text));
        Assert.Equal(expected, TextNormalizer.Normalize(expected));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ja-JP")]
    public void The_culture_of_the_session_does_not_matter(string culture)
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("mailbox is locked", TextNormalizer.Normalize("MAILBOX IS LOCKED"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
