using MrsDiag.Wire.Dns;

namespace MrsDiag.Endpoints.Probing;

// What a DNS server said to one question; without a message, how asking ended.
internal sealed record DnsReply(DnsMessage? Message, string Server, CallEnd End, string Error)
{
    /// <summary>The response code as the field knows it; empty for NOERROR.</summary>
    public string CodeName => Message?.Code switch
    {
        null or DnsResponseCode.NoError => "",
        DnsResponseCode.FormatError => "FORMERR",
        DnsResponseCode.ServerFailure => "SERVFAIL",
        DnsResponseCode.NameError => "NXDOMAIN",
        DnsResponseCode.NotImplemented => "NOTIMP",
        DnsResponseCode.Refused => "REFUSED",
        { } other => $"RCODE {(int)other}",
    };
}
