using System;
using System.Collections.Generic;
using System.Globalization;

namespace MrsDiag.Wire.Http;

// How long the body is: RFC 9112 section 6.3, in its order.
internal static class BodyFraming
{
    // Null for a response without a body.
    public static BodyReader? Choose(HttpResponseHead head, bool isHead, BodyStore store, HttpLimits limits, AnomalyList anomalies)
    {
        if (isHead || head.Status is (>= 100 and < 200) or 204 or 304)
            return null;
        string coding = string.Join(",", head.GetAll("Transfer-Encoding"));
        IReadOnlyList<string> lengths = head.GetAll("Content-Length");
        if (IsCoded(coding))
        {
            if (lengths.Count > 0)
                anomalies.Add("Content-Length beside Transfer-Encoding");
            if (head.HttpVersion == "1.0")
                anomalies.Add("Transfer-Encoding in an HTTP/1.0 answer");
            if (IsChunked(coding))
                return new ChunkedBodyReader(store, limits, anomalies);
            anomalies.Add("transfer coding without chunks:", coding);
            return new ClosingBodyReader(store);
        }
        return Length(lengths, anomalies) is { } length ? new FixedBodyReader(store, length) : new ClosingBodyReader(store);
    }

    private static bool IsCoded(string coding) =>
        coding.Trim().Length > 0 && !string.Equals(coding.Trim(), "identity", StringComparison.OrdinalIgnoreCase);

    private static bool IsChunked(string coding)
    {
        string last = coding.Substring(coding.LastIndexOf(',') + 1).Trim();
        return string.Equals(last, "chunked", StringComparison.OrdinalIgnoreCase);
    }

    private static long? Length(IReadOnlyList<string> values, AnomalyList anomalies)
    {
        long? length = null;
        int count = 0;
        foreach (string value in values)
        {
            foreach (string part in value.Split(','))
            {
                long current = Number(part.Trim(' ', '\t'));
                if (++count == 2)
                    anomalies.Add("two Content-Length values");
                if (length is { } known && known != current)
                    throw new HttpFormatException(HttpFault.ConflictingLengths, "The answer gives two Content-Length values that differ.");
                length = current;
            }
        }
        return length;
    }

    private static long Number(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            return number;
        throw new HttpFormatException(HttpFault.BadContentLength, $"Content-Length '{WireText.Clean(text, 40)}' is not a number that can be read.");
    }
}
