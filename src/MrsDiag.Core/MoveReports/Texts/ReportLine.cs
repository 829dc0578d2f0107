namespace MrsDiag.MoveReports;

/// <summary>The grammar of a printed report line: <c>date time [SERVER] message</c>, in a paste also <c>(SERVER)</c>.</summary>
internal static class ReportLine
{
    private const int LongestServer = 255;

    /// <summary>Reads a line.</summary>
    /// <param name="line">Cleaned text.</param>
    /// <param name="start">Where the date would start.</param>
    /// <param name="time">The time.</param>
    /// <param name="server">The machine that ran the Mailbox Replication Service.</param>
    /// <param name="message">Where the message starts.</param>
    /// <returns>Whether it is a report line.</returns>
    public static bool TryParse(string line, int start, out RawTime time, out string server, out int message)
    {
        server = "";
        message = 0;
        time = default;
        if (start >= line.Length || !TextSearch.IsDigit(line[start]) || !TimeText.TryParse(line, start, out time, out int end))
            return false;
        while (end < line.Length && line[end] == ' ')
            end++;
        if (end >= line.Length || line[end] is not ('[' or '('))
            return false;
        char close = line[end] == '[' ? ']' : ')';
        int open = end++;
        while (end < line.Length && end - open <= LongestServer && TextSearch.IsNameCharacter(line[end]))
            end++;
        if (end == open + 1 || end >= line.Length || line[end] != close)
            return false;
        server = line.Substring(open + 1, end - open - 1);
        message = end + 1;
        while (message < line.Length && line[message] == ' ')
            message++;
        return true;
    }
}
