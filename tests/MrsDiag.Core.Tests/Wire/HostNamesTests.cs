using System;
using System.Linq;
using MrsDiag.Wire;
using MrsDiag.Wire.Dns;
using Xunit;

namespace MrsDiag.Core.Tests.Wire;

public class HostNamesTests
{
    [Theory]
    [InlineData("192.0.2.10", "192.0.2.10")]
    [InlineData("2001:db8::10", "2001:db8::10")]
    [InlineData("[2001:db8::10]", "2001:db8::10")]
    [InlineData("fe80::1%eth0", "fe80::1")]
    [InlineData("10", null)]
    [InlineData("10.1", null)]
    [InlineData("mail.contoso.com", null)]
    [InlineData("a.b.c.d", null)]
    [InlineData("", null)]
    [InlineData("[]", null)]
    [InlineData("300.1.1.1", null)]
    public void Only_whole_addresses_are_addresses(string host, string? address)
    {
        Assert.Equal(address is not null, HostNames.TryReadAddress(host, out System.Net.IPAddress read));
        if (address is not null)
            Assert.Equal(address, read.ToString());
    }

    [Fact]
    public void No_text_brings_another_exception_than_the_documented_one()
    {
        const string Alphabet = "abcXYZ019-._*:[]%@ \0\t\u00fc\u00df\u0130\u0301\u05d0\u0661\u200d\u2024\u3002\uff0e\ud83d\ude00\ud800\udc00\ufffd\uffff";
        var random = new Random(5891);
        int named = 0;
        for (int i = 0; i < 5_000; i++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            Exception? fault = Record.Exception(() => DnsQuery.Create(1, i % 2 == 0 ? text : "xn--" + text, DnsType.A));
            Assert.True(fault is null or ArgumentException, $"{fault}");
            named += fault is null ? 1 : 0;
            if (HostNames.TryReadAddress(text, out System.Net.IPAddress address))
                Assert.InRange(address.GetAddressBytes().Length, 4, 16);
        }
        Assert.InRange(named, 1, 4_999);
    }
}
