using System.Net;
using System.Text;

namespace MrsDiag.Wire.Dns;

// What follows the head of a record. The caller holds the end of it against the record's length.
internal static class DnsRecordData
{
    public static DnsRecord Read(DnsCursor cursor, DnsRecord head, int length)
    {
        switch (head.Type)
        {
            case DnsType.A:
                return head with { Value = Address(cursor, length, 4) };
            case DnsType.Aaaa:
                return head with { Value = Address(cursor, length, 16) };
            case DnsType.Ns or DnsType.Cname or DnsType.Ptr or DnsType.Dname:
                return head with { Value = cursor.Name() };
            case DnsType.Soa:
                return Start(cursor, head);
            case DnsType.Mx:
                int preference = cursor.UInt16();
                return head with { Priority = preference, Value = cursor.Name() };
            case DnsType.Srv:
                return Service(cursor, head);
            case DnsType.Txt:
                return head with { Value = Text(cursor.Bytes(length)) };
            default:
                return head with { Value = DnsText.Hex(cursor.Bytes(length)) };
        }
    }

    private static string Address(DnsCursor cursor, int length, int expected)
    {
        if (length != expected)
            throw new DnsFormatException("An address in the DNS message has the wrong length.");
        return new IPAddress(cursor.Bytes(length)).ToString();
    }

    // Primary server, mailbox, then serial number and four times.
    private static DnsRecord Start(DnsCursor cursor, DnsRecord head)
    {
        string primary = cursor.Name();
        cursor.Name();
        cursor.Bytes(20);
        return head with { Value = primary };
    }

    private static DnsRecord Service(DnsCursor cursor, DnsRecord head)
    {
        int priority = cursor.UInt16();
        int weight = cursor.UInt16();
        int port = cursor.UInt16();
        return head with { Priority = priority, Weight = weight, Port = port, Value = cursor.Name() };
    }

    // Strings of up to 255 bytes each, which belong together.
    private static string Text(byte[] data)
    {
        var text = new StringBuilder();
        for (int at = 0; at < data.Length;)
        {
            int size = data[at++];
            if (size > data.Length - at)
                throw new DnsFormatException("A text in the DNS message leaves its record.");
            for (int end = at + size; at < end; at++)
                DnsText.Append(text, data[at], isLabel: false);
        }
        return text.ToString();
    }
}
