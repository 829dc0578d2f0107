using System;
using System.Linq;
using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Inputs;

public class EndpointTextTests
{
    private const string Usual = "https://mail.contoso.com/EWS/mrsproxy.svc";

    [Theory]
    [InlineData("https://mail.contoso.com/EWS/mrsproxy.svc", Usual)]
    [InlineData("mail.contoso.com", Usual)]
    [InlineData("MAIL.Contoso.com", Usual)]
    [InlineData("mail.contoso.com.", Usual)]
    [InlineData("https://mail.contoso.com", Usual)]
    [InlineData("https://mail.contoso.com/", Usual)]
    [InlineData("https://mail.contoso.com/EWS", Usual)]
    [InlineData("https://mail.contoso.com/ews/", Usual)]
    [InlineData("https://mail.contoso.com/EWS/Exchange.asmx", Usual)]
    [InlineData("https://mail.contoso.com:443/#top", Usual)]
    [InlineData("//mail.contoso.com", Usual)]
    [InlineData("https://mail.contoso.com/ews/MRSProxy.svc", "https://mail.contoso.com/ews/MRSProxy.svc")]
    [InlineData("http://mail.contoso.com", "http://mail.contoso.com/EWS/mrsproxy.svc")]
    [InlineData("HTTP://mail.contoso.com/", "http://mail.contoso.com/EWS/mrsproxy.svc")]
    [InlineData("https://mail.contoso.com/EWS/mrsproxy.svc?wsdl", "https://mail.contoso.com/EWS/mrsproxy.svc?wsdl")]
    [InlineData("https://mail.contoso.com/a@b", "https://mail.contoso.com/a@b")]
    [InlineData("https://mail.contoso.com:8443/a@b", "https://mail.contoso.com:8443/a@b")]
    [InlineData("mail.contoso.com:8443", "https://mail.contoso.com:8443/EWS/mrsproxy.svc")]
    [InlineData("EX01", "https://ex01/EWS/mrsproxy.svc")]
    [InlineData("ex_01.contoso.local", "https://ex_01.contoso.local/EWS/mrsproxy.svc")]
    [InlineData("192.0.2.10", "https://192.0.2.10/EWS/mrsproxy.svc")]
    [InlineData("192.0.2.10:444", "https://192.0.2.10:444/EWS/mrsproxy.svc")]
    [InlineData("2001:db8::10", "https://[2001:db8::10]/EWS/mrsproxy.svc")]
    [InlineData("[2001:DB8:0::10]", "https://[2001:db8::10]/EWS/mrsproxy.svc")]
    [InlineData("[2001:db8::10]:444", "https://[2001:db8::10]:444/EWS/mrsproxy.svc")]
    [InlineData("https://[2001:db8::10]/EWS", "https://[2001:db8::10]/EWS/mrsproxy.svc")]
    [InlineData("6f7b1a2c.resource.mailboxmigration.his.msappproxy.net", "https://6f7b1a2c.resource.mailboxmigration.his.msappproxy.net/EWS/mrsproxy.svc")]
    public void An_endpoint_is_read_as_it_is_typed(string text, string expected)
    {
        EndpointTarget target = Target(text);
        Assert.Equal(expected, target.Uri.AbsoluteUri);
        Assert.Equal((TargetOrigin.Parameter, true, ""), (target.Origin, target.ProbeName, target.EmailAddress));
    }

    [Theory]
    [InlineData("  mail.contoso.com\r\n")]
    [InlineData("\"https://mail.contoso.com\"")]
    [InlineData("\u201chttps://mail.contoso.com\u201d.")]
    [InlineData("<https://mail.contoso.com/>,")]
    [InlineData("('mail.contoso.com');")]
    [InlineData("`mail.contoso.com`")]
    [InlineData("mail.\u200bcontoso.com")]
    [InlineData("\ufeffhttps://mail.con\u00adtoso.com\u200e")]
    [InlineData("\u202ahttps://mail.contoso.com\u202c")]
    [InlineData("\u00a0mail.contoso.com\u00a0")]
    [InlineData("mail.contoso.com\0")]
    public void What_a_mail_puts_around_and_into_an_address_is_taken_away(string text) => Assert.Equal(Usual, Target(text).Uri.AbsoluteUri);

    [Theory]
    [InlineData("m\u00fcnchen.contoso.com", "xn--mnchen-3ya.contoso.com")]
    [InlineData("M\u00dcNCHEN.contoso.com", "xn--mnchen-3ya.contoso.com")]
    [InlineData("https://\u043f\u043e\u0447\u0442\u0430.example", "xn--80a1acny.example")]
    [InlineData("\uff4d\uff41\uff49\uff4c.contoso.com", "mail.contoso.com")]
    [InlineData("mail\u3002contoso\u3002com", "mail.contoso.com")]
    public void An_international_name_is_probed_in_its_form_for_the_wire_and_shown_as_typed(string text, string host)
    {
        EndpointTarget target = Target(text);
        Assert.Equal((host, host), (target.Uri.Host, target.Uri.IdnHost));
        Assert.Equal(text, target.OriginName);
    }

    [Theory]
    [InlineData("m\u0430il.contoso.com", "'m\u0430il' mixes Latin letters with '\u0430' (U+0430, Cyrillic)")]
    [InlineData("mail.c\u03bfntoso.com", "'c\u03bfntoso' mixes Latin letters with '\u03bf' (U+03BF, Greek)")]
    [InlineData("https://mail.conto\u0455o.com/EWS", "(U+0455, Cyrillic)")]
    public void A_letter_of_another_script_in_a_Latin_name_is_found(string text, string message)
    {
        EndpointInputException error = Refused(text);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("type the name", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \u200b\"\" ", "is empty")]
    [InlineData("ftp://mail.contoso.com", "'ftp' is not the scheme")]
    [InlineData("net.tcp://mail.contoso.com:808/", "'net.tcp' is not the scheme")]
    [InlineData("file:///etc/hosts", "'file' is not the scheme")]
    [InlineData("https:mail.contoso.com", "two slashes")]
    [InlineData("http:/mail.contoso.com", "two slashes")]
    [InlineData(@"https:\\mail.contoso.com", "backslash")]
    [InlineData(@"\\EX01\c$", "backslash")]
    [InlineData(@"CONTOSO\EX01", "backslash")]
    [InlineData("mail.contoso.com mail2.contoso.com", "holds a space")]
    [InlineData("https://mail.contoso.com/EWS/\r\nmrsproxy.svc", "holds a space")]
    [InlineData("https://", "no host name")]
    [InlineData("https:///EWS", "no host name")]
    [InlineData(":443", "no host name")]
    [InlineData("mail.contoso.com:0", "no valid port")]
    [InlineData("mail.contoso.com:65536", "no valid port")]
    [InlineData("mail.contoso.com:", "no valid port")]
    [InlineData("mail.contoso.com:https", "no valid port")]
    [InlineData("[2001:db8::10]x", "no valid port")]
    [InlineData("[192.0.2.10]", "only an IPv6 address stands in brackets")]
    [InlineData("[mail.contoso.com]", "only an IPv6 address stands in brackets")]
    [InlineData("fe80::1%3", "known to one computer only")]
    [InlineData("::", "unspecified address")]
    [InlineData("0.0.0.0", "nothing can be reached")]
    [InlineData("10.1", "four decimal numbers")]
    [InlineData("3221225994", "four decimal numbers")]
    [InlineData("192.0.2.010", "four decimal numbers")]
    [InlineData("192.0.2.256", "four decimal numbers")]
    [InlineData("0xC000020A", "four decimal numbers")]
    [InlineData("mail..contoso.com", "is empty")]
    [InlineData("-mail.contoso.com", "hyphen")]
    [InlineData("mail!.contoso.com", "'!' (U+0021)")]
    [InlineData("mail,contoso.com", "',' (U+002C)")]
    [InlineData("%6dail.contoso.com", "'%' (U+0025)")]
    [InlineData("mail\u0007.contoso.com", "U+0007")]
    [InlineData("\ud800.contoso.com", "no valid international name")]
    [InlineData("adele.vance@contoso.com", "-EmailAddress")]
    [InlineData("mailto:adele.vance@contoso.com", "-EmailAddress")]
    public void What_is_no_endpoint_is_refused_with_its_reason(string text, string message)
    {
        EndpointInputException error = Refused(text);
        Assert.Equal("UriInvalid", error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, c => char.IsControl(c) || char.IsSurrogate(c));
    }

    [Theory]
    [InlineData("https://mover:Passw0rd@mail.contoso.com/EWS")]
    [InlineData("https://mover:Passw0rd/x@mail.contoso.com/EWS")]
    [InlineData("https://CONTOSO%5cmover:Passw0rd@mail.contoso.com")]
    [InlineData("mover:Passw0rd@mail.contoso.com")]
    [InlineData("https://mover:Pass w0rd Passw0rd@mail.contoso.com/EWS")]
    [InlineData("ftp://mover:Passw0rd@mail.contoso.com/EWS")]
    [InlineData("https:mover:Passw0rd@mail.contoso.com")]
    [InlineData(@"CONTOSO\mover:Passw0rd@mail.contoso.com")]
    public void A_password_in_an_address_is_refused_and_never_repeated(string text)
    {
        EndpointInputException error = Refused(text);
        Assert.DoesNotContain("Passw0rd", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("mover", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_are_asked_for_where_they_belong() =>
        Assert.Contains("-Credential", Refused("https://mover:Passw0rd@mail.contoso.com/EWS").Message, StringComparison.Ordinal);

    [Fact]
    public void A_name_has_the_lengths_that_DNS_allows()
    {
        Assert.Contains("63 characters", Refused(new string('a', 64) + ".contoso.com").Message, StringComparison.Ordinal);
        Assert.Contains("253 characters", Refused(string.Join(".", Enumerable.Repeat(new string('a', 60), 5))).Message, StringComparison.Ordinal);
        Assert.Contains("2048 characters", Refused("https://mail.contoso.com/" + new string('a', 1_000_000)).Message, StringComparison.Ordinal);
        Assert.InRange(Refused(new string('a', 2000)).Message.Length, 1, 500);
    }

    [Fact]
    public void The_address_of_EWS_is_told_as_the_origin()
    {
        Assert.Equal("https://mail.contoso.com/EWS/Exchange.asmx", Target("https://mail.contoso.com/EWS/Exchange.asmx").OriginName);
        Assert.Equal("", Target("mail.contoso.com").OriginName);
    }

    [Fact]
    public void Servers_and_devices_are_pinned_by_address_or_name()
    {
        EndpointInputs inputs = new();
        inputs.AddText("mail.contoso.com", ["10.0.0.11", " EX02.contoso.com. ", "2001:DB8::1", "[2001:db8::2]", "EX03"], ["10.0.0.1"]);
        EndpointTarget target = Assert.Single(inputs.Targets);
        Assert.Equal(["10.0.0.11", "ex02.contoso.com", "2001:db8::1", "2001:db8::2", "ex03"], target.Direct.Select(s => s.Name));
        Assert.Equal(["10.0.0.1"], target.Via.Select(s => s.Name));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("10.0.0.11:444", "more than a server")]
    [InlineData("https://ex01.contoso.com", "more than a server")]
    [InlineData("ex01.contoso.com/EWS", "more than a server")]
    [InlineData("10.0.0.300", "four decimal numbers")]
    [InlineData("ex 01", "U+0020")]
    public void A_pinned_server_is_an_address_or_a_name_and_nothing_else(string server, string message)
    {
        EndpointInputs inputs = new();
        EndpointInputException error = Assert.Throws<EndpointInputException>(() => inputs.AddText("mail.contoso.com", [server], []));
        Assert.Equal("AddressInvalid", error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(inputs.Targets);
    }

    private static EndpointTarget Target(string text)
    {
        EndpointInputs inputs = new();
        inputs.AddText(text, [], []);
        return Assert.Single(inputs.Targets);
    }

    private static EndpointInputException Refused(string text)
    {
        EndpointInputs inputs = new();
        EndpointInputException error = Assert.Throws<EndpointInputException>(() => inputs.AddText(text, [], []));
        Assert.Empty(inputs.Targets);
        return error;
    }
}
