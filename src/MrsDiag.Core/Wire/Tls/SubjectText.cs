using System.Text;

namespace MrsDiag.Wire.Tls;

// Name ::= SEQUENCE OF SET OF SEQUENCE { type, value }.
internal static class SubjectText
{
    private const byte Sequence = 0x30;
    private const byte Set = 0x31;
    private const byte ObjectIdentifier = 0x06;
    private const byte Utf8String = 0x0C;
    private const byte BmpString = 0x1E;
    private const int LongestShown = 256;

    private static readonly byte[] CommonNameId = [0x55, 0x04, 0x03];

    public static string CommonName(byte[] name)
    {
        string commonName = "";
        if (!new DerReader(name).TryRead(Sequence, out DerElement parts))
            return commonName;
        DerReader reader = parts.Content;
        while (reader.TryRead(Set, out DerElement part))
        {
            DerReader pairs = part.Content;
            while (pairs.TryRead(Sequence, out DerElement pair))
            {
                DerReader fields = pair.Content;
                if (fields.TryRead(ObjectIdentifier, out DerElement type) && type.ContentIs(CommonNameId) && fields.TryRead(out DerElement value))
                    commonName = WireText.Clean(Text(value), LongestShown);
            }
        }
        return commonName;
    }

    private static string Text(DerElement value) => value.Tag switch
    {
        Utf8String => Encoding.UTF8.GetString(value.ToArray()),
        BmpString => Encoding.BigEndianUnicode.GetString(value.ToArray()),
        _ => value.ToLatin1(),
    };
}
