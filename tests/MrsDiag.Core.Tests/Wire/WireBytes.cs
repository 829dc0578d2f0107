using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace MrsDiag.Core.Tests.Wire;

/// <summary>Bytes for the parsers, and ways to damage them.</summary>
internal static class WireBytes
{
    public static byte[] Text(string text) => [.. text.Select(c => (byte)c)];

    public static string Text(byte[] bytes) => new([.. bytes.Select(b => (char)b)]);

    public static byte[] Hex(string hex)
    {
        string digits = new([.. hex.Where(Uri.IsHexDigit)]);
        var bytes = new byte[digits.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = Convert.ToByte(digits.Substring(i * 2, 2), 16);
        return bytes;
    }

    public static string Hex(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (byte b in bytes)
            text.Append(b.ToString("x2"));
        return text.ToString();
    }

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    /// <summary>Every beginning of the bytes, the empty one and the whole included.</summary>
    public static IEnumerable<byte[]> Beginnings(byte[] bytes)
    {
        for (int length = 0; length <= bytes.Length; length++)
            yield return [.. bytes.Take(length)];
    }

    /// <summary>Copies with a few bytes changed, removed, doubled or inserted; the same for the same seed.</summary>
    public static IEnumerable<byte[]> Mutations(byte[] bytes, int seed, int count)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            var copy = bytes.ToList();
            for (int change = random.Next(1, 6); change > 0 && copy.Count > 0; change--)
                Change(copy, random);
            yield return copy.ToArray();
        }
    }

    private static void Change(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count);
        switch (random.Next(5))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveAt(at);
                break;
            case 2:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            case 3:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            default:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 20), bytes.Count - at)));
                break;
        }
    }
}
