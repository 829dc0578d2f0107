using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MrsDiag.Wire.Tls;
using Xunit;
using static MrsDiag.Core.Tests.Wire.Tls.CertificateBytes;

namespace MrsDiag.Core.Tests.Wire.Tls;

public class CertificateNamesTests
{
    [Fact]
    public void Names_and_addresses_are_read_in_their_order()
    {
        // An e-mail address and a directory name stand between.
        using X509Certificate2 certificate = WithNames("mail.contoso.com", DnsName("mail.contoso.com"), Der(0x81, WireBytes.Text("a@contoso.com")),
            DnsName("*.Fabrikam.com"), Der(0xA4, Subject("x")), Address(192, 0, 2, 10), Address([.. WireBytes.Hex("20010db8000000000000000000000010")]));
        Assert.Equal(["mail.contoso.com", "*.Fabrikam.com"], CertificateNames.DnsNames(certificate));
        Assert.Equal(["192.0.2.10", "2001:db8::10"], CertificateNames.IpAddresses(certificate));
        Assert.Equal("mail.contoso.com", CertificateNames.CommonName(certificate));
    }

    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com", true)]
    [InlineData("mail.contoso.com", "MAIL.contoso.com.", true)]
    [InlineData("Mail.Contoso.com.", "mail.contoso.com", true)]
    [InlineData("mail.contoso.com", "contoso.com", false)]
    [InlineData("*.contoso.com", "mail.contoso.com", true)]
    [InlineData("*.contoso.com", "a.mail.contoso.com", false)]
    [InlineData("*.contoso.com", "contoso.com", false)]
    [InlineData("*.contoso.com", ".contoso.com", false)]
    [InlineData("*.com", "contoso.com", false)]
    [InlineData("*", "contoso", false)]
    [InlineData("m*.contoso.com", "mail.contoso.com", false)]
    [InlineData("mail.*.com", "mail.contoso.com", false)]
    [InlineData("*.*.com", "mail.contoso.com", false)]
    [InlineData("*.contoso.com", "*.contoso.com", false)]
    [InlineData("xn--mller-kva.contoso.com", "m\u00fcller.contoso.com", true)]
    [InlineData("*.contoso.com", "m\u00fcller.contoso.com", true)]
    [InlineData("mail.contoso.com\0.fabrikam.com", "mail.contoso.com", false)]
    [InlineData("192.0.2.10", "192.0.2.10", false)]
    [InlineData("", "mail.contoso.com", false)]
    [InlineData("mail.contoso.com", "", false)]
    [InlineData("mail.contoso.com", "a b", false)]
    public void A_dns_name_matches_by_the_rules(string name, string host, bool matches)
    {
        using X509Certificate2 certificate = WithNames("other.contoso.com", DnsName(name));
        Assert.Equal(matches, CertificateNames.Matches(certificate, host));
    }

    [Fact]
    public void The_common_name_counts_only_without_dns_names()
    {
        using X509Certificate2 old = WithNames("mail.contoso.com");
        Assert.True(CertificateNames.Matches(old, "mail.contoso.com"));
        using X509Certificate2 onlyAddress = WithNames("mail.contoso.com", Address(192, 0, 2, 10));
        Assert.True(CertificateNames.Matches(onlyAddress, "mail.contoso.com"));
        using X509Certificate2 named = WithNames("mail.contoso.com", DnsName("other.contoso.com"));
        Assert.False(CertificateNames.Matches(named, "mail.contoso.com"));
        using X509Certificate2 address = WithNames("192.0.2.10");
        Assert.False(CertificateNames.Matches(address, "192.0.2.10"));
    }

    [Fact]
    public void Addresses_match_by_value()
    {
        using X509Certificate2 certificate = WithNames("x", DnsName("mail.contoso.com"), Address(192, 0, 2, 10), Address([.. WireBytes.Hex("20010db8000000000000000000000010")]));
        Assert.True(CertificateNames.Matches(certificate, "192.0.2.10"));
        Assert.True(CertificateNames.Matches(certificate, "[2001:DB8:0:0::10]"));
        Assert.False(CertificateNames.Matches(certificate, "192.0.2.11"));
        Assert.False(CertificateNames.Matches(certificate, "10"));
    }

    [Fact]
    public void The_last_common_name_is_taken_in_every_string_type()
    {
        using X509Certificate2 two = Certificate(Subject("Contoso", "mail.contoso.com"), null);
        Assert.Equal("mail.contoso.com", CertificateNames.CommonName(two));
        using X509Certificate2 wide = Certificate(Der(0x30, CommonName(0x1E, Encoding.BigEndianUnicode.GetBytes("M\u00fcller"))), null);
        Assert.Equal("M\u00fcller", CertificateNames.CommonName(wide));
        using X509Certificate2 none = Certificate(Der(0x30), null);
        Assert.Equal("", CertificateNames.CommonName(none));
        Assert.False(CertificateNames.Matches(none, "mail.contoso.com"));
    }

    [Fact]
    public void A_damaged_extension_gives_what_stands_before_the_damage()
    {
        using X509Certificate2 certificate = Certificate(Subject("x"), Der(0x30, DnsName("mail.contoso.com"), [0x82, 0x7F, 0x61]));
        Assert.Equal(["mail.contoso.com"], CertificateNames.DnsNames(certificate));
        using X509Certificate2 empty = Certificate(Subject("x"), []);
        Assert.Empty(CertificateNames.DnsNames(empty));
        Assert.Empty(CertificateNames.IpAddresses(empty));
    }

    [Fact]
    public void No_cut_or_damage_of_the_bytes_throws()
    {
        byte[] names = Der(0x30, DnsName("mail.contoso.com"), Address(192, 0, 2, 10), DnsName("*.contoso.com"));
        byte[] subject = Subject("Contoso", "mail.contoso.com");
        int read = 0;
        foreach (byte[] input in WireBytes.Beginnings(names).Concat(WireBytes.Mutations(names, 25_2917, 5_000)))
            read += AlternativeNames.DnsNames(input).Count + AlternativeNames.IpAddresses(input).Count;
        foreach (byte[] input in WireBytes.Beginnings(subject).Concat(WireBytes.Mutations(subject, 25_43, 5_000)))
            read += SubjectText.CommonName(input).Length > 0 ? 1 : 0;
        Assert.InRange(read, 5_000, 50_000);
    }
}
