using System;
using System.Buffers.Binary;
using System.IO;
using System.Text;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>
/// The NTLM messages the bench itself needs (MS-NLMP 2.2.1): a bare type 1, a type 2 for scripted servers, and the names in a
/// type 2. Kept apart from the product's reader, which these tests are to check.
/// </summary>
internal static class NtlmToken
{
    /// <summary>How a type 1 starts in base64.</summary>
    public const string Type1Prefix = "TlRMTVNTUAAB";

    private const ushort NetBiosComputer = 1, NetBiosDomain = 2, DnsComputer = 3, Timestamp = 7;

    /// <summary>A type 1 as Windows 7 and later send it: no names, with a version.</summary>
    public static string Type1 { get; } = Convert.ToBase64String([.. Start(1), 0x07, 0x82, 0x08, 0xA2, .. new byte[16], 10, 0, 0x63, 0x45, 0, 0, 0, 15]);

    /// <summary>A type 2 of Windows Server 2019 with computer, domain and time.</summary>
    public static byte[] Type2(string computer, string domain)
    {
        byte[] target = Encoding.Unicode.GetBytes(domain);
        byte[] time = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(time, DateTime.UtcNow.ToFileTimeUtc());
        byte[] info =
        [
            .. Pair(NetBiosDomain, target), .. Pair(NetBiosComputer, Encoding.Unicode.GetBytes(computer)),
            .. Pair(DnsComputer, Encoding.Unicode.GetBytes($"{computer}.{domain}.com".ToLowerInvariant())), .. Pair(Timestamp, time), .. Pair(0, []),
        ];
        return
        [
            .. Start(2), .. Field(target.Length, 56), 0x05, 0x82, 0x89, 0xA2, 1, 2, 3, 4, 5, 6, 7, 8, .. new byte[8],
            .. Field(info.Length, 56 + target.Length), 10, 0, 0x63, 0x45, 0, 0, 0, 15, .. target, .. info,
        ];
    }

    /// <summary>The NetBIOS computer and domain names in a bare type 2 in base64.</summary>
    public static (string Computer, string Domain) Names(string base64)
    {
        byte[] token = Convert.FromBase64String(base64);
        if (token.Length < 48 || BitConverter.ToInt32(token, 8) != 2) throw new InvalidDataException("Not a bare type 2: " + base64);
        string computer = "", domain = "";
        int at = BitConverter.ToInt32(token, 44), end = at + BitConverter.ToUInt16(token, 40);
        while (at < end)
        {
            ushort id = BitConverter.ToUInt16(token, at), length = BitConverter.ToUInt16(token, at + 2);
            string value = Encoding.Unicode.GetString(token, at + 4, length);
            if (id == NetBiosComputer) computer = value;
            if (id == NetBiosDomain) domain = value;
            at += 4 + length;
        }

        return (computer, domain);
    }

    private static byte[] Start(byte type) => [.. "NTLMSSP\0"u8, type, 0, 0, 0];

    private static byte[] Field(int length, int offset) =>
        [.. BitConverter.GetBytes((ushort)length), .. BitConverter.GetBytes((ushort)length), .. BitConverter.GetBytes(offset)];

    private static byte[] Pair(ushort id, byte[] value) => [.. BitConverter.GetBytes(id), .. BitConverter.GetBytes((ushort)value.Length), .. value];
}
