using System.Collections.Generic;
using System.Net;

namespace MrsDiag.Wire.Tls;

// GeneralNames ::= SEQUENCE OF GeneralName; [2] a DNS name, [7] an address of 4 or 16 bytes.
internal static class AlternativeNames
{
    private const byte Sequence = 0x30;
    private const byte DnsName = 0x82;
    private const byte Address = 0x87;
    private const int LongestShown = 256;

    public static IReadOnlyList<string> DnsNames(byte[] extension)
    {
        var names = new List<string>();
        foreach (DerElement element in Elements(extension, DnsName))
            names.Add(WireText.Clean(element.ToLatin1(), LongestShown));
        return names;
    }

    public static IReadOnlyList<string> IpAddresses(byte[] extension)
    {
        var addresses = new List<string>();
        foreach (DerElement element in Elements(extension, Address))
        {
            if (element.Length is 4 or 16)
                addresses.Add(new IPAddress(element.ToArray()).ToString());
        }
        return addresses;
    }

    private static List<DerElement> Elements(byte[] extension, byte tag)
    {
        var elements = new List<DerElement>();
        if (!new DerReader(extension).TryRead(Sequence, out DerElement names))
            return elements;
        DerReader reader = names.Content;
        while (reader.TryRead(out DerElement name))
        {
            if (name.Tag == tag)
                elements.Add(name);
        }
        return elements;
    }
}
