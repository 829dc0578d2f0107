using System.Text;

namespace MrsDiag.Wire.Authentication;

// Little-endian numbers and texts of NTLM messages.
internal static class NtlmFields
{
    private const int LongestName = 256;

    public static int UInt16(byte[] bytes, int offset) => bytes[offset] | (bytes[offset + 1] << 8);

    public static uint UInt32(byte[] bytes, int offset) => (uint)UInt16(bytes, offset) | ((uint)UInt16(bytes, offset + 2) << 16);

    public static long Int64(byte[] bytes, int offset) => UInt32(bytes, offset) | ((long)UInt32(bytes, offset + 4) << 32);

    public static string Name(byte[] bytes, int offset, int length, bool isUnicode, string what, AnomalyList anomalies)
    {
        if (isUnicode && (length & 1) != 0)
            anomalies.Add($"odd length of {what}");
        string name = isUnicode ? Encoding.Unicode.GetString(bytes, offset, length & ~1) : WireText.Latin1(bytes, offset, length);
        if (name.Length > LongestName)
        {
            anomalies.Add($"{what} longer than 256 characters");
            name = name.Substring(0, LongestName);
        }
        string clean = WireText.Clean(name, LongestName);
        if (!string.Equals(clean, name, System.StringComparison.Ordinal))
            anomalies.Add($"control characters in {what}");
        return clean;
    }
}
