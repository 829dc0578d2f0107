using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace MrsDiag.Wire.Http;

// The lines of a header block (or of trailers), with folded lines joined to the field before them.
internal sealed class FieldReader(HttpLimits limits, AnomalyList anomalies)
{
    private readonly List<HttpHeader> _fields = [];
    private readonly StringBuilder _value = new();
    private string? _name;
    private int _lines;

    public IReadOnlyList<HttpHeader> Take()
    {
        Flush();
        return _fields;
    }

    public void Add(string line)
    {
        if (line[0] is ' ' or '\t')
        {
            Fold(line);
            return;
        }
        Flush();
        if (++_lines > limits.MaxHeaders)
        {
            throw new HttpFormatException(HttpFault.TooManyHeaders,
                string.Format(CultureInfo.InvariantCulture, "The answer has more than {0} header fields.", limits.MaxHeaders));
        }
        int colon = line.IndexOf(':');
        if (colon < 0)
        {
            anomalies.Add("header line without a colon:", line);
            return;
        }
        string name = line.Substring(0, colon);
        string trimmed = name.Trim(' ', '\t');
        if (trimmed.Length != name.Length)
            anomalies.Add("space before the colon of header", trimmed);
        if (!HttpRequestText.IsToken(trimmed))
        {
            anomalies.Add("header name with characters that HTTP does not allow:", trimmed);
            trimmed = WireText.Clean(trimmed, 256);
        }
        _name = trimmed;
        _value.Append(line, colon + 1, line.Length - colon - 1);
    }

    private void Fold(string line)
    {
        if (_name is null)
        {
            anomalies.Add("folded line without a header before it");
            return;
        }
        anomalies.Add("folded line in header", _name);
        _value.Append(' ').Append(line.Trim(' ', '\t'));
    }

    private void Flush()
    {
        if (_name is null)
            return;
        _fields.Add(new HttpHeader(_name, Value(_name)));
        _name = null;
        _value.Clear();
    }

    // NUL, a lone CR and other control characters become a space (RFC 9110 section 5.5), so that nobody behind this reader sees them.
    private string Value(string name)
    {
        string value = _value.ToString();
        if (value.IndexOf('\0') >= 0)
            anomalies.Add("NUL in header", name);
        if (value.IndexOf('\r') >= 0)
            anomalies.Add("bare CR in header", name);
        var clean = value.ToCharArray();
        for (int i = 0; i < clean.Length; i++)
        {
            if (clean[i] is (< ' ' and not '\t') or '\x7F')
                clean[i] = ' ';
        }
        return new string(clean).Trim(' ', '\t');
    }
}
