using System.Linq;
using MrsDiag.Wire.Dns;

namespace MrsDiag.Core.Tests.Wire.Dns;

/// <summary>Writes DNS messages by RFC 1035, right and wrong ones.</summary>
internal static class ResponseBytes
{
    /// <summary>A pointer to the name in the question.</summary>
    public static readonly byte[] Question = [0xC0, 12];

    public static byte[] Two(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Name(string name) =>
        WireBytes.Join([.. name.Split('.').Where(label => label.Length > 0).Select(label => WireBytes.Join([(byte)label.Length], WireBytes.Text(label))), [0]]);

    public static byte[] Record(byte[] name, int type, byte[] data, int ttl = 300, int recordClass = 1) =>
        WireBytes.Join(name, Two(type), Two(recordClass), [0, 0], Two(ttl), Two(data.Length), data);

    public static byte[] Message(string question, int type, byte[][] answers, byte[][]? authorities = null, byte[][]? additionals = null, int flags = 0x8180) =>
        WireBytes.Join(
            Two(0x1234), Two(flags), Two(1), Two(answers.Length), Two(authorities?.Length ?? 0), Two(additionals?.Length ?? 0),
            Name(question), Two(type), Two(1),
            WireBytes.Join(answers), WireBytes.Join(authorities ?? []), WireBytes.Join(additionals ?? []));

    public static DnsMessage Read(byte[] bytes) => DnsMessage.Read(bytes, bytes.Length);

    /// <summary>autodiscover to the service's name and on to two addresses, with name server and options.</summary>
    public static byte[] Autodiscover() => Message("autodiscover.contoso.com", 1,
        [
            Record(Question, 5, Name("autodiscover.fabrikam.com"), 3600),
            Record(Name("autodiscover.fabrikam.com"), 5, Name("cas.fabrikam.com"), 60),
            Record(Name("CAS.fabrikam.com"), 1, [192, 0, 2, 10], 120),
            Record(Name("cas.fabrikam.com"), 1, [192, 0, 2, 11], 120),
            Record(Name("other.fabrikam.com"), 1, [192, 0, 2, 99], 5),
        ],
        [Record(Name("fabrikam.com"), 2, Name("ns1.fabrikam.com"))],
        [Record(Name(""), 41, [], 0, 1232)]);
}
