using System;

namespace MrsDiag.Wire.Authentication;

// The fields of a challenge message whose fixed part is there. Each field stands or falls alone.
internal static class NtlmChallengeReader
{
    private const uint Unicode = 0x00000001;
    private const uint HasTargetInfo = 0x00800000;
    private const uint HasVersion = 0x02000000;
    private const int EndOfTargetInfoField = 48;
    private const int EndOfVersion = 56;

    public static NtlmChallenge Read(byte[] message)
    {
        var anomalies = new AnomalyList();
        var challenge = new NtlmChallenge { Flags = NtlmFields.UInt32(message, 20), Anomalies = anomalies.Items };
        int payload = message.Length;
        if (TryField(message, 12, "target name", anomalies, out int offset, out int length))
        {
            challenge.TargetName = NtlmFields.Name(message, offset, length, (challenge.Flags & Unicode) != 0, "target name", anomalies);
            payload = offset;
        }
        if ((challenge.Flags & HasTargetInfo) != 0 || IsUnannounced(message, payload, anomalies))
            payload = Math.Min(payload, ReadTargetInfo(message, challenge, anomalies));
        if ((challenge.Flags & HasVersion) != 0)
            ReadVersion(message, payload, challenge, anomalies);
        return challenge;
    }

    // Without the flag those bytes may belong to the payload; believed only where they point behind themselves and the payload does too.
    private static bool IsUnannounced(byte[] message, int payload, AnomalyList anomalies)
    {
        if (message.Length <= EndOfTargetInfoField || payload < EndOfTargetInfoField || NtlmFields.UInt16(message, 40) < 4)
            return false;
        uint start = NtlmFields.UInt32(message, 44);
        if (start < EndOfTargetInfoField || start > message.Length - NtlmFields.UInt16(message, 40))
            return false;
        anomalies.Add("target information without its flag");
        return true;
    }

    // Gives where the target information begins, or the message's length where there is none.
    private static int ReadTargetInfo(byte[] message, NtlmChallenge challenge, AnomalyList anomalies)
    {
        if (message.Length < EndOfTargetInfoField)
        {
            anomalies.Add("target information announced but absent");
            return message.Length;
        }
        if (!TryField(message, 40, "target information", anomalies, out int offset, out int length))
            return message.Length;
        NtlmTargetInfo.Read(message, offset, length, challenge, anomalies);
        return offset;
    }

    // Some servers set the flag and begin the payload where the version should stand.
    private static void ReadVersion(byte[] message, int payload, NtlmChallenge challenge, AnomalyList anomalies)
    {
        if (payload < EndOfVersion || message.Length < EndOfVersion)
        {
            anomalies.Add("version announced but absent");
            return;
        }
        var version = new Version(message[48], message[49], NtlmFields.UInt16(message, 50));
        if (version.Major > 0)
            challenge.OsVersion = version;
    }

    // Length, allocated length, offset. False for an empty field and one that leaves the message.
    private static bool TryField(byte[] message, int at, string what, AnomalyList anomalies, out int offset, out int length)
    {
        length = NtlmFields.UInt16(message, at);
        uint start = NtlmFields.UInt32(message, at + 4);
        offset = 0;
        if (length == 0)
            return false;
        if (start > message.Length || length > message.Length - (int)start)
        {
            anomalies.Add($"{what} lies outside the message");
            return false;
        }
        offset = (int)start;
        if (offset < 32)
            anomalies.Add($"{what} overlaps the fixed part");
        return true;
    }
}
