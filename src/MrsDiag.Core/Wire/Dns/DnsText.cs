using System.Globalization;
using System.Text;

namespace MrsDiag.Wire.Dns;

// Text form of RFC 1035 section 5.1: what is not printable becomes a backslash and three decimal digits.
internal static class DnsText
{
    public static void Append(StringBuilder text, byte value, bool isLabel)
    {
        bool isPrintable = value is >= 0x20 and < 0x7F && (!isLabel || value is not (0x20 or (byte)'.'));
        if (!isPrintable)
            text.Append('\\').Append(value.ToString("D3", CultureInfo.InvariantCulture));
        else if (value == (byte)'\\')
            text.Append("\\\\");
        else
            text.Append((char)value);
    }

    public static string Hex(byte[] bytes)
    {
        var text = new StringBuilder(bytes.Length * 2);
        foreach (byte b in bytes)
            text.Append(b.ToString("x2", CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
