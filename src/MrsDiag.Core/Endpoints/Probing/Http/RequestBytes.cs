using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using MrsDiag.Wire.Http;

namespace MrsDiag.Endpoints.Probing;

// The bytes of a request: head and body, framed.
internal static class RequestBytes
{
    /// <summary>Says in the server's log who asked.</summary>
    public static string UserAgent { get; } = "MrsDiag/" + (typeof(RequestBytes).Assembly.GetName().Version ?? new Version(0, 0)).ToString(3);

    public static byte[] Head(ExchangeRequest request)
    {
        List<HttpHeader> headers = [new("Host", request.HostHeader), new("User-Agent", UserAgent)];
        headers.AddRange(request.Headers);
        if (request.Body is { } body)
        {
            headers.Add(new HttpHeader("Content-Type", request.ContentType));
            headers.Add(request.IsChunked
                ? new HttpHeader("Transfer-Encoding", "chunked")
                : new HttpHeader("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture)));
        }
        if (request.Expect)
            headers.Add(new HttpHeader("Expect", "100-continue"));
        if (!request.KeepAlive)
            headers.Add(new HttpHeader("Connection", "close"));
        return HttpRequestText.Head(request.Method, request.Path, headers);
    }

    public static byte[] Body(ExchangeRequest request)
    {
        byte[] body = request.Body ?? [];
        if (!request.IsChunked || request.Body is null)
            return body;
        byte[] size = Encoding.ASCII.GetBytes(body.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
        return body.Length == 0 ? Encoding.ASCII.GetBytes("0\r\n\r\n") : Join(Join(size, body), Encoding.ASCII.GetBytes("\r\n0\r\n\r\n"));
    }

    public static byte[] Join(byte[] first, byte[] second)
    {
        byte[] all = new byte[first.Length + second.Length];
        Buffer.BlockCopy(first, 0, all, 0, first.Length);
        Buffer.BlockCopy(second, 0, all, first.Length, second.Length);
        return all;
    }
}
