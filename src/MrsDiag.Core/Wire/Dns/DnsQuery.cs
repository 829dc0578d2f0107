using System;

namespace MrsDiag.Wire.Dns;

/// <summary>Writes queries.</summary>
public static class DnsQuery
{
    private const int Internet = 1;
    private const int RecursionDesired = 0x0100;

    // What fits every path without fragments (DNS Flag Day 2020).
    private const int UdpSize = 1232;

    /// <summary>Writes a query for one name and type, recursion desired, with EDNS for answers up to 1232 bytes.</summary>
    /// <param name="id">A number that nobody can guess; the response repeats it.</param>
    /// <param name="name">The name, with or without a dot at the end, also an international one; <c>.</c> for the root.</param>
    /// <param name="type">The type to ask for.</param>
    /// <returns>The message for UDP; TCP puts its length before it, two bytes.</returns>
    /// <exception cref="ArgumentException">The text cannot be a name, or the type is no type of a query.</exception>
    public static byte[] Create(ushort id, string name, DnsType type)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        if ((int)type is < 1 or > 0xFFFF || type == DnsType.Opt)
            throw new ArgumentException("The type is not one that can be asked for.", nameof(type));
        if (!TryNormalize(name, out string ascii))
            throw new ArgumentException("The text cannot be a DNS name.", nameof(name));
        var query = new ByteBuffer();
        query.AppendUInt16(id);
        query.AppendUInt16(RecursionDesired);
        // One question, no answers, no authorities, one additional record.
        foreach (int count in new[] { 1, 0, 0, 1 })
            query.AppendUInt16(count);
        AppendName(query, ascii);
        query.AppendUInt16((int)type);
        query.AppendUInt16(Internet);
        AppendOptions(query);
        return query.ToArray();
    }

    // The root keeps its dot; everything else loses the one at the end.
    internal static bool TryNormalize(string name, out string ascii)
    {
        ascii = ".";
        return name == "." || HostNames.TryToAscii(name, out ascii);
    }

    private static void AppendName(ByteBuffer query, string name)
    {
        foreach (string label in name == "." ? [] : name.Split('.'))
        {
            query.Append((byte)label.Length);
            foreach (char c in label)
                query.Append((byte)c);
        }
        query.Append(0);
    }

    // RFC 6891 section 6.1.2: the root, type, size in place of the class, nothing else.
    private static void AppendOptions(ByteBuffer query)
    {
        query.Append(0);
        query.AppendUInt16((int)DnsType.Opt);
        query.AppendUInt16(UdpSize);
        query.Append(new byte[6]);
    }
}
