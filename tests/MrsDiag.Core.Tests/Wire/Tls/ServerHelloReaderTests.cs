using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Wire.Tls;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Tls;

public class ServerHelloReaderTests
{
    [Fact]
    public void A_hello_of_the_offered_version_gives_version_and_suite()
    {
        TlsAnswer answer = ServerBytes.Read(TlsVersion.Tls12, ServerBytes.Record(22, ServerBytes.Hello(0x0303, 0xC030, WireBytes.Hex("ff01000100"))))!;
        Assert.Equal(new TlsAnswer(TlsAnswerKind.ServerHello, TlsVersion.Tls12, 0xC030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", null, "", ""), answer);
    }

    [Fact]
    public void A_hello_without_extensions_is_read_as_old_servers_send_it()
    {
        TlsAnswer answer = ServerBytes.Read(TlsVersion.Tls10, ServerBytes.Record(22, ServerBytes.Hello(0x0301, 0x002F)))!;
        Assert.Equal((TlsAnswerKind.ServerHello, TlsVersion.Tls10, "TLS_RSA_WITH_AES_128_CBC_SHA"), (answer.Kind, answer.Version, answer.CipherName));
    }

    [Fact]
    public void Version_13_is_read_from_its_extension_and_a_retry_counts()
    {
        TlsAnswer hello = ServerBytes.Read(TlsVersion.Tls13, ServerBytes.Record(22, ServerBytes.Hello13()))!;
        Assert.Equal((TlsAnswerKind.ServerHello, TlsVersion.Tls13, "TLS_AES_128_GCM_SHA256", ""), (hello.Kind, hello.Version, hello.CipherName, hello.Detail));
        TlsAnswer retry = ServerBytes.Read(TlsVersion.Tls13, ServerBytes.Record(22, ServerBytes.Hello13(random: ServerBytes.RetryRandom)))!;
        Assert.Equal((TlsAnswerKind.ServerHello, TlsVersion.Tls13, "HelloRetryRequest"), (retry.Kind, retry.Version, retry.Detail));
    }

    [Theory]
    [InlineData(TlsVersion.Tls12, 0x0301, TlsVersion.Tls10, "")]
    [InlineData(TlsVersion.Tls13, 0x0303, TlsVersion.Tls12, "")]
    [InlineData(TlsVersion.Tls10, 0x0303, TlsVersion.Tls12, "")]
    [InlineData(TlsVersion.Tls12, 0x7F1C, null, "version 0x7F1C")]
    public void Another_version_than_offered_is_told(TlsVersion offered, int sent, TlsVersion? version, string detail)
    {
        TlsAnswer answer = ServerBytes.Read(offered, ServerBytes.Record(22, ServerBytes.Hello(sent, 0x1234)))!;
        Assert.Equal((TlsAnswerKind.OtherVersion, version, "0x1234", detail), (answer.Kind, answer.Version, answer.CipherName, answer.Detail));
    }

    [Fact]
    public void A_server_that_could_do_better_says_so_in_its_random()
    {
        string start = new('0', 48);
        Assert.Equal("the server also speaks TLS 1.3",
            ServerBytes.Read(TlsVersion.Tls12, ServerBytes.Record(22, ServerBytes.Hello(0x0303, 0xC02F, random: start + "444F574E47524401")))!.Detail);
        Assert.Equal("the server also speaks TLS 1.2 or 1.3",
            ServerBytes.Read(TlsVersion.Tls11, ServerBytes.Record(22, ServerBytes.Hello(0x0302, 0xC014, random: start + "444F574E47524400")))!.Detail);
    }

    [Theory]
    [InlineData(70, "protocol_version")]
    [InlineData(40, "handshake_failure")]
    [InlineData(112, "unrecognized_name")]
    [InlineData(80, "internal_error")]
    [InlineData(200, "alert 200")]
    public void A_fatal_alert_is_an_answer_with_its_name(int description, string name)
    {
        TlsAnswer answer = ServerBytes.Read(TlsVersion.Tls10, ServerBytes.Record(21, 2, (byte)description))!;
        Assert.Equal((TlsAnswerKind.Alert, description, name), (answer.Kind, answer.AlertDescription, answer.AlertName));
        Assert.Null(answer.Version);
    }

    [Fact]
    public void A_warning_before_the_hello_is_no_answer_but_the_last_word_is()
    {
        byte[] warning = ServerBytes.Record(21, 1, 112);
        Assert.Null(ServerBytes.Read(TlsVersion.Tls12, warning));
        TlsAnswer hello = ServerBytes.Read(TlsVersion.Tls12, WireBytes.Join(warning, ServerBytes.Record(22, ServerBytes.Hello(0x0303, 0xC02F))))!;
        Assert.Equal(TlsAnswerKind.ServerHello, hello.Kind);
        TlsAnswer last = ServerBytes.Read(TlsVersion.Tls12, warning, end: true)!;
        Assert.Equal((TlsAnswerKind.Alert, "unrecognized_name", "a warning, and nothing after it"), (last.Kind, last.AlertName, last.Detail));
        Assert.Equal("close_notify", ServerBytes.Read(TlsVersion.Tls12, ServerBytes.Record(21, 1, 0))!.AlertName);
    }

    [Fact]
    public void Fragments_and_several_messages_in_a_record_are_read_through()
    {
        byte[] hello = ServerBytes.Hello(0x0303, 0xC02F);
        byte[] request = ServerBytes.Message(0, []);
        byte[] certificate = ServerBytes.Message(11, new byte[50]);
        Assert.Equal(TlsAnswerKind.ServerHello, ServerBytes.Read(TlsVersion.Tls12, ServerBytes.Scattered(hello, 22))!.Kind);
        Assert.Equal(TlsAnswerKind.ServerHello, ServerBytes.Read(TlsVersion.Tls12, ServerBytes.Record(22, WireBytes.Join(request, hello, certificate)))!.Kind);
        Assert.Equal(70, ServerBytes.Read(TlsVersion.Tls12, ServerBytes.Scattered([2, 70], 21))!.AlertDescription);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n", "'HTTP/1.1 400 Bad Request'")]
    [InlineData("220 mail.contoso.com ESMTP\r\n", "'220 mail.contoso.com ESMTP'")]
    public void Plain_text_is_not_tls_and_shown(string text, string detail)
    {
        TlsAnswer answer = ServerBytes.Read(TlsVersion.Tls12, WireBytes.Text(text))!;
        Assert.Equal((TlsAnswerKind.NotTls, detail), (answer.Kind, answer.Detail));
    }

    [Fact]
    public void Silence_and_a_cut_answer_are_told_apart()
    {
        Assert.Equal(TlsAnswerKind.Closed, ServerBytes.Read(TlsVersion.Tls12, [], end: true)!.Kind);
        Assert.Equal("'HTT'", ServerBytes.Read(TlsVersion.Tls12, WireBytes.Text("HTT"), end: true)!.Detail);
        byte[] answer = ServerBytes.Record(22, ServerBytes.Hello(0x0303, 0xC02F));
        foreach (byte[] cut in WireBytes.Beginnings(answer).Where(cut => cut.Length > 0 && cut.Length < answer.Length))
        {
            Assert.Null(ServerBytes.Read(TlsVersion.Tls12, cut));
            Assert.Equal(TlsAnswerKind.Malformed, ServerBytes.Read(TlsVersion.Tls12, cut, end: true)!.Kind);
        }
    }

    [Theory]
    [InlineData("804b 0401 0001 0002")]
    [InlineData("8003 0000 01")]
    public void An_answer_of_ssl_2_is_another_version(string hex)
    {
        TlsAnswer answer = ServerBytes.Read(TlsVersion.Ssl30, WireBytes.Hex(hex))!;
        Assert.Equal((TlsAnswerKind.OtherVersion, null, "an answer of SSL 2.0"), (answer.Kind, answer.Version, answer.Detail));
    }

    [Theory]
    [InlineData("16 0303 0000")]
    [InlineData("16 0303 ffff")]
    [InlineData("16 0303 0004 0b000100")]
    [InlineData("16 0303 0004 02ffffff")]
    [InlineData("16 0303 0005 0200000100")]
    [InlineData("15 0303 0002 0728")]
    [InlineData("15 0303 0002 0170 17 0303")]
    public void What_breaks_the_rules_of_tls_is_malformed(string hex)
    {
        TlsAnswer answer = ServerBytes.Read(TlsVersion.Tls12, WireBytes.Hex(hex))!;
        Assert.Equal(TlsAnswerKind.Malformed, answer.Kind);
        Assert.NotEqual("", answer.Detail);
    }

    [Fact]
    public void Warnings_hello_requests_and_a_long_hello_come_to_an_end()
    {
        Assert.Equal(TlsAnswerKind.Malformed, Endless(ServerBytes.Record(21, 1, 112)).Kind);
        Assert.Equal(TlsAnswerKind.Malformed, Endless(ServerBytes.Record(22, ServerBytes.Message(0, []))).Kind);
        Assert.Equal(TlsAnswerKind.Malformed, Endless(ServerBytes.Record(22, WireBytes.Hex("00010000"))).Kind);
    }

    [Fact]
    public void Damage_gives_the_same_answer_in_pieces_and_never_throws()
    {
        byte[] answer = WireBytes.Join(ServerBytes.Record(21, 1, 112), ServerBytes.Record(22, WireBytes.Join(ServerBytes.Hello13(), new byte[8])));
        var kinds = new HashSet<TlsAnswerKind>();
        foreach (byte[] input in WireBytes.Beginnings(answer).Concat(WireBytes.Mutations(answer, 443, 20_000)))
        {
            TlsAnswer whole = ServerBytes.Read(TlsVersion.Tls13, input, end: true)!;
            Assert.Equal(whole, ServerBytes.Read(TlsVersion.Tls13, input, 1, true));
            kinds.Add(whole.Kind);
        }
        Assert.Superset(new HashSet<TlsAnswerKind> { TlsAnswerKind.ServerHello, TlsAnswerKind.Malformed, TlsAnswerKind.NotTls, TlsAnswerKind.Closed }, kinds);
    }

    private static TlsAnswer Endless(byte[] piece)
    {
        var reader = new ServerHelloReader(TlsVersion.Tls12);
        for (int i = 0; i < 1_000_000 && !reader.IsComplete; i++)
            reader.Feed(piece, 0, piece.Length);
        return reader.Answer ?? throw new InvalidOperationException("No answer after a million pieces.");
    }
}
