using System.Linq;
using MrsDiag.Wire.Dns;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Dns;

public class DnsAnswersTests
{
    [Fact]
    public void Aliases_are_followed_to_the_addresses_and_strangers_left_out()
    {
        DnsResolution resolution = DnsAnswers.Follow(ResponseBytes.Read(ResponseBytes.Autodiscover()));
        Assert.Equal(["autodiscover.fabrikam.com", "cas.fabrikam.com"], resolution.Aliases.Select(alias => alias.Value));
        Assert.Equal("cas.fabrikam.com", resolution.FinalName);
        Assert.Equal(["192.0.2.10", "192.0.2.11"], resolution.Records.Select(record => record.Value));
        Assert.Equal(60u, resolution.TimeToLive);
        Assert.False(resolution.IsLoop);
    }

    [Fact]
    public void Aliases_that_lead_back_end_and_are_told()
    {
        DnsResolution resolution = DnsAnswers.Follow(ResponseBytes.Read(ResponseBytes.Message("a.contoso.com", 1,
        [
            ResponseBytes.Record(ResponseBytes.Question, 5, ResponseBytes.Name("B.contoso.com")),
            ResponseBytes.Record(ResponseBytes.Name("b.contoso.com"), 5, ResponseBytes.Name("A.contoso.com")),
        ])));
        Assert.True(resolution.IsLoop);
        Assert.Equal(2, resolution.Aliases.Count);
        Assert.Empty(resolution.Records);
    }

    [Fact]
    public void A_name_without_records_has_neither_records_nor_a_time()
    {
        DnsResolution resolution = DnsAnswers.Follow(ResponseBytes.Read(ResponseBytes.Message("contoso.com", 28, [])));
        Assert.Equal("contoso.com", resolution.FinalName);
        Assert.Empty(resolution.Records);
        Assert.Null(resolution.TimeToLive);
    }

    [Fact]
    public void Who_asks_for_the_alias_gets_the_alias()
    {
        DnsResolution resolution = DnsAnswers.Follow(ResponseBytes.Read(ResponseBytes.Message("a.contoso.com", 5,
            [ResponseBytes.Record(ResponseBytes.Question, 5, ResponseBytes.Name("b.contoso.com"))])));
        Assert.Empty(resolution.Aliases);
        Assert.Equal("b.contoso.com", Assert.Single(resolution.Records).Value);
    }

    [Fact]
    public void Only_the_response_to_the_query_fits()
    {
        DnsMessage response = ResponseBytes.Read(ResponseBytes.Message("mail.contoso.com", 1, []));
        Assert.True(DnsAnswers.Fits(response, 0x1234, "Mail.contoso.com.", DnsType.A));
        Assert.False(DnsAnswers.Fits(response, 0x1235, "mail.contoso.com", DnsType.A));
        Assert.False(DnsAnswers.Fits(response, 0x1234, "mail.fabrikam.com", DnsType.A));
        Assert.False(DnsAnswers.Fits(response, 0x1234, "mail.contoso.com", DnsType.Aaaa));
        Assert.False(DnsAnswers.Fits(response, 0x1234, "a..b", DnsType.A));
        byte[] query = DnsQuery.Create(0x1234, "mail.contoso.com", DnsType.A);
        Assert.False(DnsAnswers.Fits(ResponseBytes.Read(query), 0x1234, "mail.contoso.com", DnsType.A));
    }

    [Theory]
    [InlineData("1234 8181 0000 0000 0000 0000", true)]
    [InlineData("1234 8180 0000 0000 0000 0000", false)]
    [InlineData("1234 a981 0000 0000 0000 0000", false)]
    public void Without_a_question_only_an_error_to_a_query_fits(string hex, bool fits)
    {
        Assert.Equal(fits, DnsAnswers.Fits(ResponseBytes.Read(WireBytes.Hex(hex)), 0x1234, "mail.contoso.com", DnsType.A));
    }
}
