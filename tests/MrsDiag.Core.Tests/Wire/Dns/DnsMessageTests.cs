using System.Linq;
using MrsDiag.Wire.Dns;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Dns;

public class DnsMessageTests
{
    [Fact]
    public void A_response_gives_its_question_flags_and_sections()
    {
        DnsMessage message = ResponseBytes.Read(ResponseBytes.Autodiscover());
        Assert.Equal(0x1234, message.Id);
        Assert.True(message.IsResponse);
        Assert.False(message.IsTruncated);
        Assert.False(message.IsAuthoritative);
        Assert.Equal(DnsResponseCode.NoError, message.Code);
        Assert.Equal(("autodiscover.contoso.com", DnsType.A), (message.QuestionName, message.QuestionType));
        Assert.Equal(new DnsRecord("autodiscover.contoso.com", DnsType.Cname, 3600, "autodiscover.fabrikam.com"), message.Answers[0]);
        Assert.Equal(new DnsRecord("CAS.fabrikam.com", DnsType.A, 120, "192.0.2.10"), message.Answers[2]);
        Assert.Equal(new DnsRecord("fabrikam.com", DnsType.Ns, 300, "ns1.fabrikam.com"), Assert.Single(message.Authorities));
        Assert.Equal(DnsType.Opt, Assert.Single(message.Additionals).Type);
    }

    [Fact]
    public void Every_kind_of_record_is_read()
    {
        byte[] soa = WireBytes.Join(ResponseBytes.Name("ns1.contoso.com"), ResponseBytes.Name("admin.contoso.com"), new byte[20]);
        byte[][] records =
        [
            ResponseBytes.Record(ResponseBytes.Question, 28, WireBytes.Hex("20010db8000000000000000000000010")),
            ResponseBytes.Record(ResponseBytes.Question, 15, WireBytes.Join(ResponseBytes.Two(10), ResponseBytes.Name("mx.contoso.com"))),
            ResponseBytes.Record(ResponseBytes.Question, 33, WireBytes.Join(ResponseBytes.Two(1), ResponseBytes.Two(2), ResponseBytes.Two(443), ResponseBytes.Question)),
            ResponseBytes.Record(ResponseBytes.Question, 12, ResponseBytes.Name("ex01.contoso.com")),
            ResponseBytes.Record(ResponseBytes.Question, 16, WireBytes.Text("\u0003a\"b\u0002c\n")),
            ResponseBytes.Record(ResponseBytes.Question, 6, soa),
            ResponseBytes.Record(ResponseBytes.Question, 257, [1, 0xFF]),
            ResponseBytes.Record(ResponseBytes.Question, 33, WireBytes.Join(new byte[6], [0])),
            ResponseBytes.Record(ResponseBytes.Question, 1, [1, 2, 3, 4], recordClass: 3),
        ];
        DnsMessage message = ResponseBytes.Read(ResponseBytes.Message("contoso.com", 255, records));
        Assert.Equal(
            ["2001:db8::10", "mx.contoso.com", "contoso.com", "ex01.contoso.com", "a\"bc\\010", "ns1.contoso.com", "01ff", "."],
            message.Answers.Select(record => record.Value));
        Assert.Equal(10, message.Answers[1].Priority);
        Assert.Equal((1, 2, 443), (message.Answers[2].Priority, message.Answers[2].Weight, message.Answers[2].Port));
    }

    [Theory]
    [InlineData(0x8183, DnsResponseCode.NameError)]
    [InlineData(0x8182, DnsResponseCode.ServerFailure)]
    [InlineData(0x8185, DnsResponseCode.Refused)]
    public void The_result_is_read(int flags, DnsResponseCode code)
    {
        Assert.Equal(code, ResponseBytes.Read(ResponseBytes.Message("contoso.com", 1, [], flags: flags)).Code);
    }

    [Fact]
    public void The_options_give_the_upper_bits_of_the_result()
    {
        byte[] options = WireBytes.Hex("00 0029 04d0 01000000 0000");
        Assert.Equal(DnsResponseCode.BadVersion, ResponseBytes.Read(ResponseBytes.Message("contoso.com", 1, [], additionals: [options])).Code);
    }

    [Fact]
    public void A_cut_response_may_lack_records_that_its_counts_tell()
    {
        byte[] bytes = ResponseBytes.Message("contoso.com", 1, [ResponseBytes.Record(ResponseBytes.Question, 1, [192, 0, 2, 10])], flags: 0x8380);
        bytes[7] = 5;
        DnsMessage message = ResponseBytes.Read(bytes);
        Assert.True(message.IsTruncated);
        Assert.Single(message.Answers);
    }

    [Fact]
    public void Characters_that_no_host_name_has_are_escaped()
    {
        byte[] name = WireBytes.Join([4], WireBytes.Text("a.\u001b\\"), [0]);
        DnsMessage message = ResponseBytes.Read(ResponseBytes.Message("contoso.com", 5, [ResponseBytes.Record(ResponseBytes.Question, 5, name)]));
        Assert.Equal("a\\046\\027\\\\", message.Answers[0].Value);
    }

    [Fact]
    public void Bytes_behind_the_given_length_are_not_read()
    {
        byte[] bytes = ResponseBytes.Autodiscover();
        DnsMessage message = DnsMessage.Read(WireBytes.Join(bytes, new byte[500]), bytes.Length);
        Assert.Equal(5, message.Answers.Count);
    }
}
