using System;
using System.Linq;
using MrsDiag.Wire.Dns;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Dns;

public class DnsHostileTests
{
    [Fact]
    public void Every_cut_is_refused()
    {
        byte[] bytes = ResponseBytes.Autodiscover();
        foreach (byte[] cut in WireBytes.Beginnings(bytes).Where(cut => cut.Length < bytes.Length))
            Assert.Contains("breaks off", Assert.Throws<DnsFormatException>(() => ResponseBytes.Read(cut)).Message);
        Assert.Equal(5, ResponseBytes.Read(bytes).Answers.Count);
    }

    // In the message for "a" the question ends at 19, the answer's name begins there.
    [Theory]
    [InlineData("c013")]
    [InlineData("c014")]
    [InlineData("c0ff")]
    [InlineData("ffff")]
    [InlineData("0161c013")]
    [InlineData("c012")]
    public void Pointers_at_themselves_and_forward_are_refused(string name)
    {
        byte[] bytes = ResponseBytes.Message("a", 1, [ResponseBytes.Record(WireBytes.Hex(name), 1, [192, 0, 2, 10])]);
        if (name == "c012")
            Assert.Throws<DnsFormatException>(() => ResponseBytes.Read(WithLoopInQuestion(bytes)));
        else
            Assert.Contains("points", Assert.Throws<DnsFormatException>(() => ResponseBytes.Read(bytes)).Message);
    }

    [Fact]
    public void A_long_chain_of_pointers_back_is_refused()
    {
        const int Start = 19 + 12;
        byte[] chain = WireBytes.Join([.. Enumerable.Range(0, 200).Select(i => Pointer(i == 0 ? 12 : Start + (i - 1) * 2))]);
        byte[] text = ResponseBytes.Record(ResponseBytes.Question, 99, chain);
        byte[] last = ResponseBytes.Record(Pointer(Start + 398), 1, [192, 0, 2, 10]);
        byte[] bytes = ResponseBytes.Message("a", 1, [text, last]);
        Assert.Contains("too often", Assert.Throws<DnsFormatException>(() => ResponseBytes.Read(bytes)).Message);
        Pointer(Start + 60).CopyTo(bytes, 19 + text.Length);
        Assert.Equal("a", ResponseBytes.Read(bytes).Answers[1].Name);
    }

    [Theory]
    [InlineData("40")]
    [InlineData("80")]
    public void Unknown_kinds_of_label_are_refused(string label)
    {
        byte[] name = WireBytes.Join(WireBytes.Hex(label), new byte[64], [0]);
        byte[] bytes = ResponseBytes.Message("a", 1, [ResponseBytes.Record(name, 1, [192, 0, 2, 10])]);
        Assert.Contains("label", Assert.Throws<DnsFormatException>(() => ResponseBytes.Read(bytes)).Message);
    }

    [Fact]
    public void A_name_that_is_too_long_is_refused()
    {
        byte[] name = ResponseBytes.Name(string.Join(".", Enumerable.Repeat("abcdefg", 32)));
        byte[] bytes = ResponseBytes.Message("a", 1, [ResponseBytes.Record(name, 1, [192, 0, 2, 10])]);
        Assert.Contains("too long", Assert.Throws<DnsFormatException>(() => ResponseBytes.Read(bytes)).Message);
    }

    [Theory]
    [InlineData(4, 2)]
    [InlineData(6, 0xFF)]
    [InlineData(7, 4)]
    [InlineData(7, 6)]
    [InlineData(9, 9)]
    [InlineData(11, 0)]
    public void Counts_that_do_not_fit_are_refused(int at, byte value)
    {
        byte[] bytes = ResponseBytes.Autodiscover();
        bytes[at] = value;
        Assert.Throws<DnsFormatException>(() => ResponseBytes.Read(bytes));
    }

    [Theory]
    [InlineData(1, "c00002")]
    [InlineData(1, "c0000201ff")]
    [InlineData(28, "20010db8")]
    [InlineData(5, "016100ff")]
    [InlineData(5, "")]
    [InlineData(16, "0561")]
    [InlineData(33, "000100")]
    [InlineData(6, "00000000")]
    public void Data_that_does_not_fit_its_length_is_refused(int type, string data)
    {
        byte[] bytes = ResponseBytes.Message("a", type, [ResponseBytes.Record(ResponseBytes.Question, type, WireBytes.Hex(data))]);
        Assert.Throws<DnsFormatException>(() => ResponseBytes.Read(bytes));
    }

    [Fact]
    public void Damage_gives_a_message_or_the_documented_exception()
    {
        byte[] bytes = ResponseBytes.Autodiscover();
        int read = 0;
        foreach (byte[] input in WireBytes.Mutations(bytes, 53, 4_000))
        {
            Exception? fault = Record.Exception(() => Assert.InRange(DnsAnswers.Follow(ResponseBytes.Read(input)).Aliases.Count, 0, 5));
            Assert.True(fault is null or DnsFormatException, fault?.ToString());
            read += fault is null ? 1 : 0;
        }
        Assert.InRange(read, 200, 3_800);
    }

    [Fact]
    public void A_length_outside_the_array_is_the_callers_fault()
    {
        Assert.ThrowsAny<ArgumentException>(() => DnsMessage.Read(new byte[12], 13));
        Assert.ThrowsAny<ArgumentException>(() => DnsMessage.Read(new byte[12], -1));
    }

    private static byte[] Pointer(int target) => ResponseBytes.Two(0xC000 | target);

    private static byte[] WithLoopInQuestion(byte[] bytes)
    {
        byte[] copy = [.. bytes];
        copy[12] = 0xC0;
        copy[13] = 12;
        return copy;
    }
}
