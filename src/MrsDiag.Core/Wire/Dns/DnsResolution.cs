using System.Collections.Generic;

namespace MrsDiag.Wire.Dns;

/// <summary>What an answer comes to when its aliases are followed.</summary>
/// <param name="Aliases">The CNAME records from the name asked for on, in their order.</param>
/// <param name="FinalName">The name at the end of them; the name asked for where there is none.</param>
/// <param name="Records">The records of the type asked for at the final name; may be empty.</param>
/// <param name="TimeToLive">The shortest time of all these, seconds; <see langword="null"/> where there is no record.</param>
/// <param name="IsLoop">Whether the aliases lead back to themselves.</param>
public sealed record DnsResolution(
    IReadOnlyList<DnsRecord> Aliases,
    string FinalName,
    IReadOnlyList<DnsRecord> Records,
    uint? TimeToLive,
    bool IsLoop);
