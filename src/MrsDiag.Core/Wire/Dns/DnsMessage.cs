using System;
using System.Collections.Generic;

namespace MrsDiag.Wire.Dns;

/// <summary>A DNS message as received (RFC 1035 section 4).</summary>
public sealed class DnsMessage
{
    /// <summary>The number of the query that it belongs to.</summary>
    public ushort Id { get; internal set; }

    /// <summary>The result, with the upper bits that EDNS adds.</summary>
    public DnsResponseCode Code { get; internal set; }

    /// <summary>Whether it is cut: the whole answer needs TCP.</summary>
    public bool IsTruncated { get; internal set; }

    /// <summary>Whether it is a response and not a query.</summary>
    public bool IsResponse { get; internal set; }

    /// <summary>Whether the server answers for the zone itself, not from what it remembers.</summary>
    public bool IsAuthoritative { get; internal set; }

    /// <summary>The kind of query: 0 for an ordinary one.</summary>
    public int Operation { get; internal set; }

    /// <summary>The name asked for, without a dot at the end; empty where the message has no question.</summary>
    public string QuestionName { get; internal set; } = "";

    /// <summary>The type asked for; <see langword="null"/> where the message has no question.</summary>
    public DnsType? QuestionType { get; internal set; }

    /// <summary>The records that answer the question, in their order; the classes other than Internet are left out here and below.</summary>
    public IReadOnlyList<DnsRecord> Answers { get; internal set; } = [];

    /// <summary>The records of the zone's authority.</summary>
    public IReadOnlyList<DnsRecord> Authorities { get; internal set; } = [];

    /// <summary>Further records, EDNS options among them.</summary>
    public IReadOnlyList<DnsRecord> Additionals { get; internal set; } = [];

    /// <summary>Reads a message.</summary>
    /// <param name="data">The bytes, from the first on.</param>
    /// <param name="length">How many of them belong to the message.</param>
    /// <returns>The message. One that says it is cut may lack the records behind its end.</returns>
    /// <exception cref="DnsFormatException">It breaks off, a name or a record is malformed, or the counts do not fit what is there.</exception>
    /// <exception cref="ArgumentException">The length leaves the array.</exception>
    public static DnsMessage Read(byte[] data, int length)
    {
        WireRange.Check(data, 0, length);
        return new DnsMessageReader(new DnsCursor(data, length)).Read();
    }
}
