using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Wire.Dns;

namespace MrsDiag.Endpoints.Discovery;

/// <summary>The network as Autodiscover needs it.</summary>
internal interface IAutodiscoverCalls
{
    /// <summary>GET without a logon and without following anything.</summary>
    Task<AutodiscoverAnswer> GetAsync(Uri uri, CancellationToken cancellationToken);

    /// <summary>Asks for the SRV records of a service.</summary>
    Task<ServiceAnswer> FindServiceAsync(string name, CancellationToken cancellationToken);
}

/// <summary>What an address answered.</summary>
/// <param name="Exchange">The exchange; <see langword="null"/> where the name gave no address, or where it already tells Exchange Online.</param>
/// <param name="CanonicalName">The last name of the host's aliases; or empty.</param>
/// <param name="End">How it ended.</param>
/// <param name="Error">Why, where it failed.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record AutodiscoverAnswer(HttpExchange? Exchange, string CanonicalName, CallEnd End, string Error, TimeSpan Duration);

/// <summary>What a DNS server said about a service.</summary>
/// <param name="Records">The SRV records.</param>
/// <param name="End">How it ended.</param>
/// <param name="Error">Why, where it failed, or the response code.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record ServiceAnswer(IReadOnlyList<DnsRecord> Records, CallEnd End, string Error, TimeSpan Duration);
