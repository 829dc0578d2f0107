using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Wire.Tls;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Tls;

public class ClientHelloTests
{
    [Theory]
    [InlineData(TlsVersion.Ssl30, 0x0300, 0x0300)]
    [InlineData(TlsVersion.Tls10, 0x0301, 0x0301)]
    [InlineData(TlsVersion.Tls11, 0x0301, 0x0302)]
    [InlineData(TlsVersion.Tls12, 0x0301, 0x0303)]
    [InlineData(TlsVersion.Tls13, 0x0301, 0x0303)]
    public void Record_and_message_carry_the_version_and_lengths_that_fit(TlsVersion version, int record, int message)
    {
        byte[] hello = ClientHello.Create(version, "mail.contoso.com");
        Assert.Equal(22, hello[0]);
        Assert.Equal(record, UInt16(hello, 1));
        Assert.Equal(hello.Length - 5, UInt16(hello, 3));
        Assert.Equal([1, 0], hello.Skip(5).Take(2));
        Assert.Equal(hello.Length - 9, UInt16(hello, 7));
        Assert.Equal(message, UInt16(hello, 9));
        Assert.False(hello.Length - 5 is >= 256 and < 512, "some balancers hang on a message of this length");
    }

    [Fact]
    public void Extensions_fit_the_version()
    {
        Assert.Empty(Extensions(ClientHello.Create(TlsVersion.Ssl30, "mail.contoso.com")));
        Assert.Equal([0, 23, 0xFF01, 10, 11], Kinds(TlsVersion.Tls10));
        Assert.Equal([0, 23, 0xFF01, 10, 11, 13], Kinds(TlsVersion.Tls12));
        Assert.Equal([0, 23, 0xFF01, 10, 11, 13, 43, 45, 51], Kinds(TlsVersion.Tls13));
        Dictionary<int, byte[]> extensions = Extensions(ClientHello.Create(TlsVersion.Tls13, "mail.contoso.com"));
        Assert.Equal("020304", WireBytes.Hex(extensions[43]));
        // x25519 with 32 bytes, secp256r1 with an uncompressed point.
        Assert.Equal("0069001d0020", WireBytes.Hex([.. extensions[51].Take(6)]));
        Assert.Equal("0017004104", WireBytes.Hex([.. extensions[51].Skip(38).Take(5)]));
    }

    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com")]
    [InlineData("Mail.Contoso.COM.", "mail.contoso.com")]
    [InlineData("m\u00fcller.contoso.com", "xn--mller-kva.contoso.com")]
    public void The_name_is_asked_for_in_ascii(string host, string sent)
    {
        byte[] name = Extensions(ClientHello.Create(TlsVersion.Tls12, host))[0];
        Assert.Equal(sent, WireBytes.Text([.. name.Skip(5)]));
        Assert.Equal(sent.Length, UInt16(name, 3));
        Assert.Equal(sent.Length + 3, UInt16(name, 0));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("192.0.2.10")]
    [InlineData("2001:db8::10")]
    [InlineData("[2001:db8::10]")]
    public void An_address_is_not_asked_for(string? host)
    {
        Assert.False(Extensions(ClientHello.Create(TlsVersion.Tls12, host)).ContainsKey(0));
    }

    [Theory]
    [InlineData("a..contoso.com")]
    [InlineData("mail contoso.com")]
    [InlineData("mail\r\n.contoso.com")]
    [InlineData(".")]
    public void What_is_no_name_is_the_callers_fault(string host)
    {
        Assert.Throws<ArgumentException>(() => ClientHello.Create(TlsVersion.Tls12, host));
    }

    [Fact]
    public void A_name_that_is_too_long_and_an_unknown_version_are_the_callers_fault()
    {
        Assert.Throws<ArgumentException>(() => ClientHello.Create(TlsVersion.Tls12, new string('a', 64) + ".contoso.com"));
        Assert.Throws<ArgumentException>(() => ClientHello.Create(TlsVersion.Tls12, string.Join(".", Enumerable.Repeat("abcdefgh", 40))));
        Assert.Throws<ArgumentException>(() => ClientHello.Create((TlsVersion)0x0305, null));
    }

    [Theory]
    [InlineData(TlsVersion.Tls10)]
    [InlineData(TlsVersion.Tls12)]
    [InlineData(TlsVersion.Tls13)]
    public void No_name_brings_a_hello_to_a_length_that_balancers_hang_on(TlsVersion version)
    {
        for (int length = 1; length <= 240; length++)
        {
            string name = string.Concat(Enumerable.Repeat("abcdefghi.", 24)).Substring(0, length).TrimEnd('.');
            byte[] hello = ClientHello.Create(version, name);
            Assert.False(hello.Length - 5 is >= 256 and < 512, $"{hello.Length} bytes for {name}");
            Assert.Equal(name, WireBytes.Text([.. Extensions(hello)[0].Skip(5)]));
        }
    }

    [Fact]
    public void No_two_hellos_share_their_random()
    {
        byte[] first = ClientHello.Create(TlsVersion.Tls13, null);
        byte[] second = ClientHello.Create(TlsVersion.Tls13, null);
        Assert.NotEqual(first.Skip(11).Take(32), second.Skip(11).Take(32));
        Assert.Equal(first.Length, second.Length);
    }

    // Without padding, which depends on the length.
    private static IEnumerable<int> Kinds(TlsVersion version) =>
        Extensions(ClientHello.Create(version, "mail.contoso.com")).Keys.Where(kind => kind != 21);

    private static Dictionary<int, byte[]> Extensions(byte[] hello)
    {
        var extensions = new Dictionary<int, byte[]>();
        int at = 43 + 1 + hello[43];
        at += 2 + UInt16(hello, at);
        at += 1 + hello[at];
        if (at == hello.Length)
            return extensions;
        Assert.Equal(hello.Length - at - 2, UInt16(hello, at));
        for (at += 2; at < hello.Length; at += 4 + UInt16(hello, at + 2))
            extensions.Add(UInt16(hello, at), [.. hello.Skip(at + 4).Take(UInt16(hello, at + 2))]);
        return extensions;
    }

    private static int UInt16(byte[] bytes, int at) => (bytes[at] << 8) | bytes[at + 1];
}
