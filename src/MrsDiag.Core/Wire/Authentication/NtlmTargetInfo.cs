using System;

namespace MrsDiag.Wire.Authentication;

// The AV pairs ([MS-NLMP] 2.2.2.1): id, length, value, until id 0. Unknown ids are passed over.
internal static class NtlmTargetInfo
{
    private const int Timestamp = 7;

    public static void Read(byte[] message, int offset, int length, NtlmChallenge challenge, AnomalyList anomalies)
    {
        int end = offset + length;
        uint seen = 0;
        for (int at = offset; end - at >= 4;)
        {
            int id = NtlmFields.UInt16(message, at);
            int size = NtlmFields.UInt16(message, at + 2);
            at += 4;
            if (id == 0)
                return;
            if (size > end - at)
            {
                anomalies.Add("target information breaks off");
                return;
            }
            if (IsNew(id, ref seen, anomalies))
                Take(message, at, size, id, challenge, anomalies);
            at += size;
        }
        anomalies.Add("target information without an end mark");
    }

    private static bool IsNew(int id, ref uint seen, AnomalyList anomalies)
    {
        if (id > 31)
            return true;
        uint bit = 1u << id;
        if ((seen & bit) != 0)
        {
            anomalies.Add("a name or time given twice in the target information");
            return false;
        }
        seen |= bit;
        return true;
    }

    private static void Take(byte[] message, int at, int size, int id, NtlmChallenge challenge, AnomalyList anomalies)
    {
        string Name(string what) => NtlmFields.Name(message, at, size, isUnicode: true, what, anomalies);
        switch (id)
        {
            case 1:
                challenge.NetBiosComputerName = Name("NetBIOS computer name");
                break;
            case 2:
                challenge.NetBiosDomainName = Name("NetBIOS domain name");
                break;
            case 3:
                challenge.DnsComputerName = Name("DNS computer name");
                break;
            case 4:
                challenge.DnsDomainName = Name("DNS domain name");
                break;
            case 5:
                challenge.DnsTreeName = Name("DNS forest name");
                break;
            case Timestamp:
                challenge.TimestampUtc = Time(message, at, size, anomalies);
                break;
        }
    }

    private static DateTime? Time(byte[] message, int at, int size, AnomalyList anomalies)
    {
        long ticks = size == 8 ? NtlmFields.Int64(message, at) : 0;
        if (ticks > 0 && ticks <= DateTime.MaxValue.Ticks - new DateTime(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks)
            return DateTime.FromFileTimeUtc(ticks);
        anomalies.Add("unreadable time in the target information");
        return null;
    }
}
