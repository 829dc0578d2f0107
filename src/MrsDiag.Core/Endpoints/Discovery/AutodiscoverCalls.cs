using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints.Probing;
using MrsDiag.Wire.Dns;

namespace MrsDiag.Endpoints.Discovery;

/// <summary>The network of this computer.</summary>
internal sealed class AutodiscoverCalls(ProbeServices services) : IAutodiscoverCalls
{
    private const int MaxAddresses = 2;

    public async Task<AutodiscoverAnswer> GetAsync(Uri uri, CancellationToken cancellationToken)
    {
        Stopwatch clock = Stopwatch.StartNew();
        string host = uri.IdnHost.Trim('[', ']');
        DnsResult dns = await services.ResolveAsync(host, cancellationToken).ConfigureAwait(false);
        string canonical = dns.Observation.CanonicalName;
        if (ExchangeOnlineSigns.IsHost(canonical) || dns.Addresses.Count == 0)
            return new AutodiscoverAnswer(null, canonical, dns.Observation.End, dns.Observation.Error, clock.Elapsed);
        HttpExchange? last = null;
        foreach (IPAddress address in dns.Addresses.Take(MaxAddresses))
        {
            last = await services.Exchanger.ExchangeAsync(Request(uri, host, address), cancellationToken).ConfigureAwait(false);
            if (last.Status is not null)
                break;
        }
        return new AutodiscoverAnswer(last, canonical, last!.End, last.Error, clock.Elapsed);
    }

    public async Task<ServiceAnswer> FindServiceAsync(string name, CancellationToken cancellationToken)
    {
        Stopwatch clock = Stopwatch.StartNew();
        DnsReply reply = await services.Dns.AskAsync(name, DnsType.Srv, cancellationToken).ConfigureAwait(false);
        string error = reply.Error.Length > 0 ? reply.Error : reply.CodeName;
        return new ServiceAnswer(reply.Message is null ? [] : DnsAnswers.Follow(reply.Message).Records, reply.End, error, clock.Elapsed);
    }

    private static ExchangeRequest Request(Uri uri, string host, IPAddress address) => new()
    {
        Address = address,
        Host = host,
        Port = uri.Port,
        IsHttps = uri.Scheme == Uri.UriSchemeHttps,
        Purpose = ExchangePurpose.Get,
        Path = uri.PathAndQuery,
    };
}
