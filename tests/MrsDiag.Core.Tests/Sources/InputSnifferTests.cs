using System.IO;
using System.Linq;
using System.Text;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Core.Tests.Sources;

public class InputSnifferTests
{
    private static InputKind Sniff(byte[] bytes, out Encoding encoding)
    {
        using MemoryStream stream = new(bytes);
        InputKind kind = InputSniffer.Sniff(stream, out encoding);
        Assert.Equal(0, stream.Position);
        return kind;
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    public void Clixml_is_known_in_every_encoding(string name, bool mark)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] text = encoding.GetBytes("<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"></Objs>");
        Assert.Equal(InputKind.Clixml, Sniff(mark ? encoding.GetPreamble().Concat(text).ToArray() : text, out _));
    }

    [Fact]
    public void Text_is_read_in_its_own_encoding()
    {
        Assert.Equal(InputKind.Text, Sniff(Encoding.UTF8.GetBytes("Zugriff verweigert für Jürgen"), out Encoding utf8));
        Assert.Equal("utf-8", utf8.WebName);
        Assert.Equal(InputKind.Text, Sniff(Encoding.GetEncoding("iso-8859-1").GetBytes("Zugriff verweigert für Jürgen"), out Encoding latin));
        Assert.Equal("iso-8859-1", latin.WebName);
        Assert.Equal(InputKind.Text, Sniff(Encoding.Unicode.GetBytes("12/20/2013 9:24:08 AM [CAS1] Request processing started."), out Encoding utf16));
        Assert.Equal("utf-16", utf16.WebName);
    }

    [Fact]
    public void A_character_cut_at_the_edge_of_the_look_does_not_change_the_encoding()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("a" + string.Concat(Enumerable.Repeat("ü", 4000)));
        Assert.Equal(InputKind.Text, Sniff(bytes, out Encoding encoding));
        Assert.Equal("utf-8", encoding.WebName);
    }

    [Theory]
    [InlineData(new byte[0], InputKind.Empty)]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x0D, 0x0A }, InputKind.Empty)]
    [InlineData(new byte[] { 0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00 }, InputKind.Binary)]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 20, 0, 0, 0 }, InputKind.Binary)]
    public void Nothing_and_binary_files_are_told_apart(byte[] bytes, InputKind expected) => Assert.Equal(expected, Sniff(bytes, out _));
}
