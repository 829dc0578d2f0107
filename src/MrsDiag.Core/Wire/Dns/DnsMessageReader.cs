using System.Collections.Generic;

namespace MrsDiag.Wire.Dns;

internal sealed class DnsMessageReader(DnsCursor cursor)
{
    private const int Internet = 1;

    public DnsMessage Read()
    {
        var message = new DnsMessage { Id = (ushort)cursor.UInt16() };
        int flags = cursor.UInt16();
        message.IsResponse = (flags & 0x8000) != 0;
        message.Operation = (flags >> 11) & 0xF;
        message.IsAuthoritative = (flags & 0x0400) != 0;
        message.IsTruncated = (flags & 0x0200) != 0;
        int questions = cursor.UInt16();
        int answers = cursor.UInt16();
        int authorities = cursor.UInt16();
        int additionals = cursor.UInt16();
        ReadQuestion(message, questions);
        message.Answers = Records(answers, message, out _);
        message.Authorities = Records(authorities, message, out _);
        message.Additionals = Records(additionals, message, out int upperCode);
        message.Code = (DnsResponseCode)((upperCode << 4) | (flags & 0xF));
        if (!cursor.IsAtEnd && !message.IsTruncated)
            throw new DnsFormatException("The DNS message has more bytes than its counts tell.");
        return message;
    }

    // None in some error responses; more than one is used by nobody.
    private void ReadQuestion(DnsMessage message, int count)
    {
        if (count > 1)
            throw new DnsFormatException("The DNS message has more than one question.");
        if (count == 0)
            return;
        message.QuestionName = cursor.Name();
        message.QuestionType = (DnsType)cursor.UInt16();
        if (cursor.UInt16() != Internet)
            throw new DnsFormatException("The question of the DNS message is not of the class Internet.");
    }

    private List<DnsRecord> Records(int count, DnsMessage message, out int upperCode)
    {
        var records = new List<DnsRecord>();
        upperCode = 0;
        for (int i = 0; i < count; i++)
        {
            // Servers cut between records; what was cut off is no fault of the rest.
            if (message.IsTruncated && cursor.IsAtEnd)
                break;
            DnsRecord? record = Record();
            if (record is null)
                continue;
            records.Add(record);
            if (record.Type == DnsType.Opt)
                upperCode = (int)(record.TimeToLive >> 24);
        }
        return records;
    }

    private DnsRecord? Record()
    {
        string name = cursor.Name();
        var type = (DnsType)cursor.UInt16();
        int recordClass = cursor.UInt16();
        uint timeToLive = cursor.UInt32();
        int length = cursor.UInt16();
        cursor.Need(length);
        int end = cursor.Position + length;
        // The class of an option record is a size.
        bool isKnown = recordClass == Internet || type == DnsType.Opt;
        DnsRecord? record = isKnown ? DnsRecordData.Read(cursor, new DnsRecord(name, type, timeToLive, ""), length) : Skip(length);
        if (cursor.Position != end)
            throw new DnsFormatException("A record of the DNS message does not end where its length says.");
        return record;
    }

    private DnsRecord? Skip(int length)
    {
        cursor.Bytes(length);
        return null;
    }
}
