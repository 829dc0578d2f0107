using System.Linq;
using System.Text;
using MrsDiag.Wire.Http;

namespace MrsDiag.Core.Tests.Wire.Http;

/// <summary>Reads answers whole and byte by byte, and shows the state of a reader as one text.</summary>
internal static class Answers
{
    public const string Exchange401 = "HTTP/1.1 401 Unauthorized\r\nServer: Microsoft-IIS/10.0\r\nrequest-id: 8d1f3f0e-9f0a-4d5e-8a63-1c5f1f1f0001\r\n"
        + "X-CalculatedBETarget: ex01.contoso.com\r\nWWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\nWWW-Authenticate: Basic realm=\"mail.contoso.com\"\r\n"
        + "X-Powered-By: ASP.NET\r\nX-FEServer: EX01\r\nContent-Length: 0\r\n\r\n";

    public const string Chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;name=\"x;y\"\r\n world\r\n0\r\nX-Sum: 1\r\nX-More: 2\r\n\r\n";

    public const string Continued = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";

    public static HttpResponseReader Read(string answer, HttpLimits? limits = null, bool isHead = false)
    {
        var reader = new HttpResponseReader(limits, isHead);
        byte[] bytes = WireBytes.Text(answer);
        reader.Feed(bytes, 0, bytes.Length);
        return reader;
    }

    /// <summary>Everything that can be seen of a reader after the bytes, in pieces of the given size, and after the end.</summary>
    public static string Trace(byte[] bytes, int piece, bool end, HttpLimits? limits = null)
    {
        var reader = new HttpResponseReader(limits);
        string fault = "";
        try
        {
            for (int offset = 0; offset < bytes.Length; offset += piece)
                reader.Feed(bytes, offset, System.Math.Min(piece, bytes.Length - offset));
            if (end)
                reader.End();
        }
        catch (HttpFormatException e)
        {
            fault = e.Code + ": " + e.Message;
        }
        return State(reader, fault);
    }

    private static string State(HttpResponseReader reader, string fault)
    {
        var text = new StringBuilder(fault).AppendLine();
        foreach (HttpResponseHead head in reader.Interim)
            text.AppendLine(Head(head));
        if (reader.Head is not null)
            text.AppendLine(Head(reader.Head));
        text.AppendLine(WireBytes.Text(reader.Body)).AppendLine($"{reader.BodyLength} {reader.BodyTruncated} {reader.IsComplete} {reader.CanReuseConnection}");
        text.AppendLine(string.Join("|", reader.Trailers.Select(trailer => trailer.ToString())));
        // How much was fed before an exception depends on the size of the pieces.
        if (fault.Length == 0)
            text.AppendLine($"{reader.LeftoverLength} {reader.BytesReceived}");
        return text.Append(string.Join("|", reader.Anomalies)).ToString();
    }

    private static string Head(HttpResponseHead head) =>
        $"{head.HttpVersion} {head.Status} {head.Reason} " + string.Join("|", head.Headers.Select(header => header.ToString()));
}
