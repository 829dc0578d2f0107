using System;

namespace MrsDiag;

/// <summary>One observation that a finding rests on.</summary>
public sealed class Evidence
{
    /// <summary>When it happened, in UTC; <see langword="null"/> where the input gives no time.</summary>
    public DateTime? Time { get; set; }

    /// <summary>The server that the observation names; <see langword="null"/> where none is named.</summary>
    public string? Server { get; set; }

    /// <summary>What was observed, in the words of the input, shortened.</summary>
    public string Text { get; set; } = "";

    /// <summary>Where in the input it stands, for example <c>Report.Failures[3]</c>.</summary>
    public string Source { get; set; } = "";

    /// <summary>Time, server and text on one line.</summary>
    /// <returns>For example <c>2024-05-01 10:00:12Z [CAS1] The remote endpoint ...</c></returns>
    public override string ToString()
    {
        string time = Time is { } at
            ? at.ToString("yyyy-MM-dd HH:mm:ss'Z' ", System.Globalization.CultureInfo.InvariantCulture)
            : "";
        string server = string.IsNullOrEmpty(Server) ? "" : $"[{Server}] ";
        return time + server + Text;
    }
}
