namespace MrsDiag.Endpoints;

/// <summary>One record of a DNS answer.</summary>
public sealed class DnsRecordObservation
{
    /// <summary>Owner name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Type: A, AAAA, CNAME, SRV.</summary>
    public string Type { get; set; } = "";

    /// <summary>Address or target name.</summary>
    public string Value { get; set; } = "";

    /// <summary>Time to live in seconds.</summary>
    public int TimeToLive { get; set; }
}
