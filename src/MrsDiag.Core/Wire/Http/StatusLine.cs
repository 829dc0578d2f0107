using System.Globalization;

namespace MrsDiag.Wire.Http;

// RFC 9112 section 4, with the tolerance of its section 2.2 for what is around the three digits.
internal static class StatusLine
{
    public static (string Version, int Status, string Reason) Read(string line, AnomalyList anomalies)
    {
        int space = line.IndexOf(' ');
        string version = space < 0 ? "" : line.Substring(5, space - 5);
        string rest = space < 0 ? "" : line.Substring(space + 1);
        string trimmed = rest.TrimStart(' ', '\t');
        if (!IsVersion(version) || !HasStatus(trimmed))
            throw new HttpFormatException(HttpFault.BadStatusLine, $"The status line '{WireText.Clean(line, 64)}' has no version and status of three digits.");
        if (trimmed.Length != rest.Length)
            anomalies.Add("more than one space in the status line");
        if (version[0] != '1')
            anomalies.Add("status line of HTTP version", version);
        string reason = trimmed.Substring(3);
        if (reason.IndexOf('\0') >= 0)
            anomalies.Add("NUL in the status line");
        return (version, int.Parse(trimmed.Substring(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), WireText.Clean(reason.Trim(), 256));
    }

    // 1.1 and 1.0; also "2" and "2.0", which some devices write into an HTTP/1 message.
    private static bool IsVersion(string text) =>
        text.Length is 1 or 3 && IsDigit(text[0]) && (text.Length == 1 || (text[1] == '.' && IsDigit(text[2])));

    private static bool HasStatus(string text) =>
        text.Length >= 3 && text[0] is >= '1' and <= '9' && IsDigit(text[1]) && IsDigit(text[2]) && (text.Length == 3 || text[3] == ' ');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
