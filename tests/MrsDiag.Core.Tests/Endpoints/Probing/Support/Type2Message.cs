using System;
using System.Collections.Generic;
using System.Text;

namespace MrsDiag.Core.Tests.Endpoints.Probing.Support;

/// <summary>An NTLM challenge as a Windows server writes it ([MS-NLMP] 2.2.1.2), made without the product's types.</summary>
internal static class Type2Message
{
    public static byte[] Create(string computer, string domain, DateTime clock)
    {
        List<byte> info = [];
        Add(info, 2, Encoding.Unicode.GetBytes(domain));
        Add(info, 1, Encoding.Unicode.GetBytes(computer));
        Add(info, 4, Encoding.Unicode.GetBytes("contoso.com"));
        Add(info, 3, Encoding.Unicode.GetBytes(computer.ToLowerInvariant() + ".contoso.com"));
        Add(info, 5, Encoding.Unicode.GetBytes("contoso.com"));
        Add(info, 7, BitConverter.GetBytes(clock.ToFileTimeUtc()));
        Add(info, 0, []);
        byte[] target = Encoding.Unicode.GetBytes(domain);
        List<byte> message = [.. Encoding.ASCII.GetBytes("NTLMSSP\0"), 2, 0, 0, 0];
        AddField(message, target.Length, 56);
        message.AddRange(BitConverter.GetBytes(0xE2898215u));
        message.AddRange([1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0]);
        AddField(message, info.Count, 56 + target.Length);
        message.AddRange([10, 0, 0x63, 0x45, 0, 0, 0, 15]);
        message.AddRange(target);
        message.AddRange(info);
        return [.. message];
    }

    private static void Add(List<byte> info, int id, byte[] value)
    {
        info.AddRange([(byte)id, 0, (byte)value.Length, (byte)(value.Length >> 8)]);
        info.AddRange(value);
    }

    private static void AddField(List<byte> message, int length, int offset)
    {
        message.AddRange([(byte)length, (byte)(length >> 8), (byte)length, (byte)(length >> 8)]);
        message.AddRange(BitConverter.GetBytes(offset));
    }
}
