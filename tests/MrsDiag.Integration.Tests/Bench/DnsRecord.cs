namespace MrsDiag.Integration.Tests.Bench;

/// <summary>One record of a <see cref="DnsMasq"/>.</summary>
/// <param name="Line">The line of its configuration.</param>
internal sealed record DnsRecord(string Line)
{
    private const int Ttl = 300;

    /// <summary>A or AAAA, by the address.</summary>
    public static DnsRecord Address(string name, string address, int ttl = Ttl) => new($"host-record={name},{address},{ttl}");

    /// <summary>CNAME; the target must be a record as well.</summary>
    public static DnsRecord Alias(string name, string target, int ttl = Ttl) => new($"cname={name},{target},{ttl}");

    /// <summary>SRV, such as _autodiscover._tcp.contoso.com; its TTL is 0.</summary>
    public static DnsRecord Service(string name, string target, int port, int priority = 0, int weight = 0) =>
        new($"srv-host={name},{target},{port},{priority},{weight}");

    /// <summary>TXT.</summary>
    public static DnsRecord Text(string name, string text) => new($"txt-record={name},\"{text}\"");
}
