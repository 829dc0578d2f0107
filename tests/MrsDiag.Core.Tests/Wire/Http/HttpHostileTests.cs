using System;
using System.Linq;
using MrsDiag.Wire.Http;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Http;

public class HttpHostileTests
{
    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2p1 Debian\r\n", "'SSH-2.0-OpenSSH_9.2p1 Debian'")]
    [InlineData("220 mail.contoso.com ESMTP\r\n", "'220 mail.contoso.com ESMTP'")]
    [InlineData("\x15\x03\x03\0\x02\x02\x28", "a TLS record")]
    [InlineData("\0\0\x12\x04\0\0\0\0\0", "an HTTP/2 frame")]
    [InlineData("<html>no status line here, and so it goes on and on and on until it is enough", "'<html>no status line here")]
    [InlineData("HTTX/1.1 200 OK\r\n", "'HTTX/1.1 200 OK'")]
    public void Another_protocol_is_named_with_its_first_bytes(string answer, string preview)
    {
        HttpFormatException fault = Assert.Throws<HttpFormatException>(() => Answers.Read(answer));
        Assert.Equal(HttpFault.NotHttp, fault.Code);
        Assert.Contains(preview, fault.Message);
    }

    [Fact]
    public void A_foreign_banner_without_a_line_end_is_named_at_the_end()
    {
        HttpResponseReader reader = Answers.Read("RFB 003");
        Assert.Contains("'RFB 003'", Assert.Throws<HttpFormatException>(reader.End).Message);
    }

    [Theory]
    [InlineData("HTTP/1.1 2x0 OK\r\n", HttpFault.BadStatusLine)]
    [InlineData("HTTP/x.1 200 OK\r\n", HttpFault.BadStatusLine)]
    [InlineData("HTTP/1.1\r\n", HttpFault.BadStatusLine)]
    [InlineData("HTTP/1.1 2000 OK\r\n", HttpFault.BadStatusLine)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", HttpFault.ConflictingLengths)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", HttpFault.BadContentLength)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0x10\r\n\r\n", HttpFault.BadContentLength)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n", HttpFault.BadContentLength)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", HttpFault.BadContentLength)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n", HttpFault.BadChunkSize)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", HttpFault.BadChunkSize)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", HttpFault.BadChunkSize)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n", HttpFault.BadChunkSize)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n11111111111111111\r\n", HttpFault.BadChunkSize)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n", HttpFault.BadChunkSize)]
    public void Broken_framing_is_refused_by_name(string answer, string code)
    {
        var reader = new HttpResponseReader();
        byte[] bytes = WireBytes.Text(answer);
        Assert.Equal(code, Assert.Throws<HttpFormatException>(() => reader.Feed(bytes, 0, bytes.Length)).Code);
        Assert.Equal(code, Assert.Throws<HttpFormatException>(() => reader.Feed(bytes, 0, 1)).Code);
        Assert.Equal(code, Assert.Throws<HttpFormatException>(reader.End).Code);
    }

    [Fact]
    public void A_header_of_a_gigabyte_is_refused_after_the_limit()
    {
        HttpResponseReader reader = Answers.Read("HTTP/1.1 200 OK\r\nX-Long: ");
        byte[] block = [.. Enumerable.Repeat((byte)'a', 4096)];
        long sent = 0;
        HttpFormatException? fault = null;
        while (fault is null && sent < 1L << 30)
        {
            fault = Record.Exception(() => reader.Feed(block, 0, block.Length)) as HttpFormatException;
            sent += block.Length;
        }
        Assert.Equal(HttpFault.HeadTooLarge, fault?.Code);
        Assert.InRange(sent, 65536 - 4096, 65536 + 4096);
    }

    [Fact]
    public void A_fold_without_end_is_refused_after_the_limit()
    {
        HttpResponseReader reader = Answers.Read("HTTP/1.1 200 OK\r\nX-Long: a\r\n");
        byte[] block = WireBytes.Text(string.Concat(Enumerable.Repeat(" b\r\n", 50_000)));
        Assert.Equal(HttpFault.HeadTooLarge, Assert.Throws<HttpFormatException>(() => reader.Feed(block, 0, block.Length)).Code);
    }

    [Fact]
    public void Fields_without_end_are_refused_by_number()
    {
        HttpFormatException fault = Assert.Throws<HttpFormatException>(() =>
            Answers.Read("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("A:b\r\n", 300))));
        Assert.Equal(HttpFault.TooManyHeaders, fault.Code);
    }

    [Fact]
    public void Interim_responses_without_end_are_refused_by_number()
    {
        HttpFormatException fault = Assert.Throws<HttpFormatException>(() =>
            Answers.Read(string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 1000))));
        Assert.Equal(HttpFault.TooManyInterim, fault.Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0x1000)]
    public void Chunks_without_end_stop_at_the_total_and_the_answer_stays_useful(int size)
    {
        const int Total = 1 << 19;
        HttpResponseReader reader = Answers.Read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", new HttpLimits { MaxBodyTotal = Total });
        byte[] chunk = WireBytes.Text(size.ToString("X") + "\r\n" + new string('x', size) + "\r\n");
        for (long sent = 0; sent < 20L * Total && !reader.IsComplete; sent += chunk.Length)
            reader.Feed(chunk, 0, chunk.Length);
        Assert.True(reader.IsComplete);
        Assert.True(reader.BodyTruncated);
        Assert.Equal(200, reader.Head!.Status);
        Assert.InRange(reader.BodyLength, Total / 8, Total);
        Assert.InRange(reader.Body.Length, 1, 65536);
        Assert.Equal(["body or its chunk framing longer than 524288 bytes, reading stopped"], reader.Anomalies);
        Assert.False(reader.CanReuseConnection);
    }

    [Fact]
    public void A_body_without_end_stops_at_eight_mebibytes_of_which_64_kibibytes_are_kept()
    {
        HttpResponseReader reader = Answers.Read("HTTP/1.1 200 OK\r\n\r\n");
        byte[] block = new byte[100_000];
        for (int i = 0; i < 1_000 && !reader.IsComplete; i++)
            reader.Feed(block, 0, block.Length);
        Assert.True(reader.IsComplete);
        Assert.Equal(8L << 20, reader.BodyLength);
        Assert.Equal(65536, reader.Body.Length);
    }

    [Fact]
    public void A_chunk_extension_and_trailers_without_end_are_refused()
    {
        const string Head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        Assert.Equal(HttpFault.BadChunkSize, Assert.Throws<HttpFormatException>(() => Answers.Read(Head + "1;" + new string('e', 10_000))).Code);
        Assert.Equal(HttpFault.HeadTooLarge, Assert.Throws<HttpFormatException>(() => Answers.Read(Head + "0\r\nX: " + new string('e', 70_000))).Code);
        Assert.Equal(HttpFault.TooManyHeaders,
            Assert.Throws<HttpFormatException>(() => Answers.Read(Head + "0\r\n" + string.Concat(Enumerable.Repeat("A:b\r\n", 300)))).Code);
    }

    [Fact]
    public void A_body_longer_than_the_total_ends_the_reading()
    {
        var limits = new HttpLimits { MaxBodyTotal = 100, MaxBodyBytes = 10 };
        HttpResponseReader reader = Answers.Read("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + new string('x', 500), limits);
        Assert.True(reader.IsComplete);
        Assert.Equal(100, reader.BodyLength);
        Assert.Equal(10, reader.Body.Length);
    }

    [Fact]
    public void Nothing_at_all_is_told_apart_from_a_cut_answer()
    {
        Assert.Equal(HttpFault.Empty, Assert.Throws<HttpFormatException>(new HttpResponseReader().End).Code);
        Assert.Equal(HttpFault.Truncated, Assert.Throws<HttpFormatException>(Answers.Read("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc").End).Code);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 9)]
    [InlineData(5, 1)]
    public void A_range_outside_the_buffer_is_the_callers_fault(int offset, int count)
    {
        Assert.ThrowsAny<ArgumentException>(() => new HttpResponseReader().Feed(new byte[4], offset, count));
    }
}
