using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace MrsDiag.Core.Tests.Wire.Authentication;

/// <summary>Writes challenge messages by [MS-NLMP] 2.2.1.2, right and wrong ones.</summary>
internal static class ChallengeBytes
{
    public const uint UsualFlags = 0xE28A8233;

    // [MS-NLMP] 4.2.4.3 and 4.2.2.3.
    public const string PublicVersion2 = "4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef00000000000000002400240044000000060070170000000f"
        + "53006500720076006500720002000c0044006f006d00610069006e0001000c0053006500720076006500720000000000";

    public const string PublicVersion1 = "4e544c4d53535000020000000c000c0038000000338202e20123456789abcdef00000000000000000000000000000000060070170000000f"
        + "530065007200760065007200";

    public static byte[] Number(long value, int size) => [.. Enumerable.Range(0, size).Select(i => (byte)(value >> (8 * i)))];

    public static byte[] Pair(int id, byte[] value) => WireBytes.Join(Number(id, 2), Number(value.Length, 2), value);

    public static byte[] Pair(int id, string value) => Pair(id, Encoding.Unicode.GetBytes(value));

    public static byte[] Message(string target, byte[] info, uint flags = UsualFlags, bool withVersion = true)
    {
        byte[] name = (flags & 1) != 0 ? Encoding.Unicode.GetBytes(target) : WireBytes.Text(target);
        int payload = withVersion ? 56 : 48;
        var parts = new List<byte[]>
        {
            WireBytes.Text("NTLMSSP\0"), Number(2, 4),
            Number(name.Length, 2), Number(name.Length, 2), Number(payload, 4),
            Number(flags, 4), WireBytes.Hex("0123456789abcdef"), new byte[8],
            Number(info.Length, 2), Number(info.Length, 2), Number(payload + name.Length, 4),
        };
        if (withVersion)
            parts.Add(WireBytes.Hex("0a00 6345 000000 0f"));
        parts.Add(name);
        parts.Add(info);
        return WireBytes.Join([.. parts]);
    }

    /// <summary>What an Exchange server in a domain sends.</summary>
    public static byte[] Exchange(DateTime time) => Message("CONTOSO", WireBytes.Join(
        Pair(2, "CONTOSO"), Pair(1, "EX01"), Pair(4, "contoso.com"), Pair(3, "ex01.contoso.com"), Pair(5, "contoso.com"),
        Pair(7, Number(time.ToFileTimeUtc(), 8)), Pair(0, [])));
}
