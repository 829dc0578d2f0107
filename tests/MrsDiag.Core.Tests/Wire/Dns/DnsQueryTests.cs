using System;
using System.Linq;
using MrsDiag.Wire.Dns;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Dns;

public class DnsQueryTests
{
    [Fact]
    public void A_query_asks_once_with_recursion_and_edns()
    {
        byte[] query = DnsQuery.Create(0xBEEF, "mail.contoso.com", DnsType.Aaaa);
        Assert.Equal("beef" + "0100" + "0001000000000001" + "046d61696c07636f6e746f736f03636f6d00" + "001c0001" + "000029" + "04d0" + "00000000" + "0000",
            WireBytes.Hex(query));
        DnsMessage message = ResponseBytes.Read(query);
        Assert.False(message.IsResponse);
        Assert.Equal(("mail.contoso.com", DnsType.Aaaa), (message.QuestionName, message.QuestionType));
        Assert.Equal(DnsType.Opt, Assert.Single(message.Additionals).Type);
    }

    [Theory]
    [InlineData("Mail.Contoso.COM.", "mail.contoso.com")]
    [InlineData("m\u00fcller.contoso.com", "xn--mller-kva.contoso.com")]
    [InlineData("_autodiscover._tcp.contoso.com", "_autodiscover._tcp.contoso.com")]
    [InlineData(".", ".")]
    public void Names_are_sent_in_their_wire_form(string name, string sent)
    {
        Assert.Equal(sent, ResponseBytes.Read(DnsQuery.Create(1, name, DnsType.Srv)).QuestionName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a..b")]
    [InlineData(".contoso.com")]
    [InlineData("a b.contoso.com")]
    [InlineData("a\0.contoso.com")]
    [InlineData("\uD800.contoso.com")]
    public void What_is_no_name_is_the_callers_fault(string name)
    {
        Assert.Throws<ArgumentException>(() => DnsQuery.Create(1, name, DnsType.A));
    }

    [Fact]
    public void Long_names_and_labels_and_types_of_no_query_are_the_callers_fault()
    {
        Assert.Throws<ArgumentException>(() => DnsQuery.Create(1, new string('a', 64) + ".contoso.com", DnsType.A));
        Assert.Throws<ArgumentException>(() => DnsQuery.Create(1, string.Join(".", Enumerable.Repeat("abcdefgh", 30)), DnsType.A));
        Assert.Throws<ArgumentException>(() => DnsQuery.Create(1, new string('\u00fc', 100_000), DnsType.A));
        Assert.Throws<ArgumentException>(() => DnsQuery.Create(1, "contoso.com", DnsType.Opt));
        Assert.Throws<ArgumentException>(() => DnsQuery.Create(1, "contoso.com", 0));
        string longest = string.Join(".", Enumerable.Repeat(new string('a', 63), 3)) + "." + new string('b', 61);
        Assert.Equal(longest, ResponseBytes.Read(DnsQuery.Create(1, longest, DnsType.A)).QuestionName);
    }
}
