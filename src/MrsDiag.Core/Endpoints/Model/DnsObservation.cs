using System;

namespace MrsDiag.Endpoints;

/// <summary>What name resolution said about the host.</summary>
public sealed class DnsObservation
{
    /// <summary>How the system's own resolver ended; it decides what is probed.</summary>
    public CallEnd End { get; set; }

    /// <summary>Its error text; empty where it succeeded.</summary>
    public string Error { get; set; } = "";

    /// <summary>The addresses it gave, in its order.</summary>
    public string[] Addresses { get; set; } = [];

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>How the query to the DNS server itself ended; <see cref="CallEnd.NotTried"/> where no server is known.</summary>
    public CallEnd QueryEnd { get; set; }

    /// <summary>Its error, or the response code other than NOERROR.</summary>
    public string QueryError { get; set; } = "";

    /// <summary>The DNS server that was asked, with its port.</summary>
    public string Server { get; set; } = "";

    /// <summary>The addresses that the DNS server gave.</summary>
    public string[] QueryAddresses { get; set; } = [];

    /// <summary>The records it gave, in its order.</summary>
    public DnsRecordObservation[] Records { get; set; } = [];

    /// <summary>The last name of a CNAME chain; empty without one.</summary>
    public string CanonicalName { get; set; } = "";

    /// <summary>The lowest time to live among the records that lead to the addresses, in seconds; <see langword="null"/> where not known.</summary>
    public int? TimeToLive { get; set; }
}
