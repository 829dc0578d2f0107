using System;
using System.Collections.Generic;

namespace MrsDiag.Endpoints;

/// <summary>One endpoint to probe: a name, and the ways to it.</summary>
/// <param name="Uri">The endpoint, https or http.</param>
public sealed record EndpointTarget(Uri Uri)
{
    /// <summary>What MRS Proxy is called on every Exchange server.</summary>
    public const string DefaultPath = "/EWS/mrsproxy.svc";

    /// <summary>What named it.</summary>
    public TargetOrigin Origin { get; init; }

    /// <summary>What exactly named it, as messages show it.</summary>
    public string OriginName { get; init; } = "";

    /// <summary>Servers behind the name, probed directly; SNI and Host stay the name.</summary>
    public IReadOnlyList<PinnedServer> Direct { get; init; } = [];

    /// <summary>Devices in front, probed the same way and compared with the direct ones.</summary>
    public IReadOnlyList<PinnedServer> Via { get; init; } = [];

    /// <summary>Whether the addresses of the name itself are probed too. Not where only pinned addresses are asked for.</summary>
    public bool ProbeName { get; init; } = true;

    /// <summary>
    /// Whether credentials may go to it. Not where Autodiscover alone named a host outside the domain of the e-mail address: a plain HTTP
    /// answer or a DNS record that nobody signed must not decide who is offered a logon.
    /// </summary>
    public bool MayLogOn { get; init; } = true;

    /// <summary>The e-mail address to find the endpoint by; the URI is then a placeholder until Autodiscover has answered.</summary>
    public string EmailAddress { get; init; } = "";
}
