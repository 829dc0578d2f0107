using System;
using System.Collections.Generic;
using System.Net;

namespace MrsDiag.Endpoints;

/// <summary>What a caller may say about probing.</summary>
public sealed record EndpointProbeOptions
{
    /// <summary>How many addresses are probed at once.</summary>
    public int ThrottleLimit { get; init; } = 64;

    /// <summary>Time for one address, all stages together; what is not done by then is not tested, and says so.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time for one stage: a connection, a handshake, an answer.</summary>
    public TimeSpan StageTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a body is held back: as long as Exchange Online was seen to wait for a 100.</summary>
    public TimeSpan BodyDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Credentials for the authenticated call; none: it is not made.</summary>
    public NetworkCredential? Credential { get; init; }

    /// <summary>The scheme of the authenticated call: NTLM, Negotiate or Basic (J15).</summary>
    public string Authentication { get; init; } = "NTLM";

    /// <summary>Whether credentials go on to further endpoints after one has refused them (J15).</summary>
    public bool Force { get; init; }

    /// <summary>DNS servers to ask beside the system's resolver, with an optional port; none: those of this computer.</summary>
    public IReadOnlyList<IPEndPoint> DnsServers { get; init; } = [];

    /// <summary>Where the user says that this computer stands; <see langword="null"/>: found out (J13).</summary>
    public EndpointVantage? Vantage { get; init; }

    /// <summary>Told what is sent where, before it is sent. Called from any thread.</summary>
    public Action<string>? Log { get; init; }
}
