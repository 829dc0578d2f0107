namespace MrsDiag.Wire.Dns;

/// <summary>The result of a query (RFC 1035 section 4.1.1, RFC 6891); others than these may appear.</summary>
public enum DnsResponseCode
{
    /// <summary>No error; there may still be no record of the type asked for.</summary>
    NoError = 0,

    /// <summary>The server could not read the query.</summary>
    FormatError = 1,

    /// <summary>The server could not answer: often its forwarder or the zone's servers do not.</summary>
    ServerFailure = 2,

    /// <summary>The name does not exist.</summary>
    NameError = 3,

    /// <summary>The server does not know this kind of query.</summary>
    NotImplemented = 4,

    /// <summary>The server does not answer this client, or not for this name.</summary>
    Refused = 5,

    /// <summary>The server does not know this version of EDNS.</summary>
    BadVersion = 16,
}
