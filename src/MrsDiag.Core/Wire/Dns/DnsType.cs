namespace MrsDiag.Wire.Dns;

/// <summary>A type of DNS record; the value is the one on the wire, others than these may appear.</summary>
public enum DnsType
{
    /// <summary>An IPv4 address.</summary>
    A = 1,

    /// <summary>A name server of the zone.</summary>
    Ns = 2,

    /// <summary>Another name for this one.</summary>
    Cname = 5,

    /// <summary>The start of the zone.</summary>
    Soa = 6,

    /// <summary>The name of an address.</summary>
    Ptr = 12,

    /// <summary>A mail exchanger.</summary>
    Mx = 15,

    /// <summary>Text.</summary>
    Txt = 16,

    /// <summary>An IPv6 address.</summary>
    Aaaa = 28,

    /// <summary>A service: host and port (RFC 2782).</summary>
    Srv = 33,

    /// <summary>Another name for everything below this one (RFC 6672).</summary>
    Dname = 39,

    /// <summary>Not a record: the options of the message (RFC 6891).</summary>
    Opt = 41,
}
