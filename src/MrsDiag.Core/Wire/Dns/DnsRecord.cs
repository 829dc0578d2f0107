namespace MrsDiag.Wire.Dns;

/// <summary>One record of an answer.</summary>
/// <param name="Name">Whose record it is, without a dot at the end; <c>.</c> for the root.</param>
/// <param name="Type">Its type.</param>
/// <param name="TimeToLive">How long it may be kept, seconds.</param>
/// <param name="Value">
/// The address, the name it points to (CNAME, DNAME, NS, PTR, MX, SRV; the primary server for SOA), the text, or the data in hexadecimal digits
/// for other types.
/// </param>
/// <param name="Priority">Priority of an SRV, preference of an MX record; otherwise 0.</param>
/// <param name="Weight">Weight of an SRV record; otherwise 0.</param>
/// <param name="Port">Port of an SRV record; otherwise 0.</param>
public sealed record DnsRecord(string Name, DnsType Type, uint TimeToLive, string Value, int Priority = 0, int Weight = 0, int Port = 0);
