using MrsDiag.Text;
using Xunit;

namespace MrsDiag.Core.Tests.Text;

public class TextCleanerTests
{
    [Theory]
    [InlineData("Plain 'text', as it is.", "Plain 'text', as it is.")]
    [InlineData("\u200e'Adele'\u200f", "'Adele'")]
    [InlineData("‘a’ “b” „c“ «d»", "'a' \"b\" \"c\" \"d\"")]
    [InlineData("failed. –> x —> y", "failed. --> x --> y")]
    [InlineData("2013–2019", "2013-2019")]
    [InlineData("5\u00a0684\u202f054", "5 684 054")]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("\u001b[31;1mError\u001b[0m: x", "Error: x")]
    [InlineData("\u001b", "")]
    [InlineData("\u001b[31", "")]
    [InlineData("a\0b\ufeff", "ab")]
    [InlineData("Übergröße İ ı 日本", "Übergröße İ ı 日本")]
    [InlineData("", "")]
    public void Marks_go_and_words_stay(string text, string expected)
    {
        Assert.Equal(expected, TextCleaner.Clean(text));
        Assert.Equal(expected, TextCleaner.Clean(TextCleaner.Clean(text)));
    }

    [Fact]
    public void A_text_that_needs_nothing_is_not_copied()
    {
        string text = new('x', 1000);
        Assert.Same(text, TextCleaner.Clean(text));
        Assert.Same(text, TextCleaner.OneLine(text));
    }

    [Theory]
    [InlineData("a_x000A_b_x000D_", "a\nb\r")]
    [InlineData("_x005F_x000A_", "_x000A_")]
    [InlineData("_x00_ _xZZZZ_ _x", "_x00_ _xZZZZ_ _x")]
    [InlineData("a --&gt; &lt;b&gt; &quot;c&quot; &amp;amp; &apos;d&#39;", "a --> <b> \"c\" &amp; 'd'")]
    [InlineData("R&D", "R&D")]
    public void A_piece_of_XML_is_decoded(string text, string expected) => Assert.Equal(expected, TextCleaner.DecodeXml(text));

    [Theory]
    [InlineData("  a \n\t b  ", "a b")]
    [InlineData("a b", "a b")]
    [InlineData("a  b", "a b")]
    [InlineData("a\tb", "a b")]
    [InlineData(" ", "")]
    [InlineData("", "")]
    public void White_space_becomes_one_space(string text, string expected) => Assert.Equal(expected, TextCleaner.OneLine(text));
}
