using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Discovery;
using MrsDiag.Wire.Dns;

namespace MrsDiag.Core.Tests.Endpoints.Discovery;

/// <summary>A network that a test writes down; what it does not name has no address.</summary>
internal sealed class FakeCalls : IAutodiscoverCalls
{
    private readonly Dictionary<string, AutodiscoverAnswer> _answers = [];

    /// <summary>What was asked, in order.</summary>
    public List<string> Asked { get; } = [];

    public List<DnsRecord> Services { get; } = [];

    public FakeCalls Answer(string uri, int status, params (string Name, string Value)[] headers)
    {
        HttpExchange exchange = new()
        {
            End = CallEnd.Succeeded,
            Status = status,
            Headers = [.. headers.Select(h => new HttpHeaderObservation { Name = h.Name, Value = h.Value })],
            AuthenticationSchemes = [.. headers.Where(h => h.Name == "WWW-Authenticate").Select(h => h.Value.Split(' ')[0].ToLowerInvariant()).OrderBy(s => s, StringComparer.Ordinal)],
        };
        _answers[uri] = new AutodiscoverAnswer(exchange, "", CallEnd.Succeeded, "", TimeSpan.FromSeconds(0.1));
        return this;
    }

    public FakeCalls Redirect(string uri, string location, int status = 302) => Answer(uri, status, ("Location", location));

    public FakeCalls Exchange(string uri) => Answer(uri, 401, ("Server", "Microsoft-IIS/10.0"), ("WWW-Authenticate", "Negotiate"), ("WWW-Authenticate", "NTLM"), ("X-FEServer", "EX01"));

    public FakeCalls Alias(string uri, string canonical)
    {
        _answers[uri] = new AutodiscoverAnswer(null, canonical, CallEnd.Succeeded, "", TimeSpan.Zero);
        return this;
    }

    public FakeCalls Fail(string uri, CallEnd end, string error)
    {
        _answers[uri] = new AutodiscoverAnswer(new HttpExchange { End = end, Error = error }, "", end, error, TimeSpan.FromSeconds(10));
        return this;
    }

    public FakeCalls Service(string host, int port, int priority = 0, int weight = 0)
    {
        Services.Add(new DnsRecord("_autodiscover._tcp.contoso.com", DnsType.Srv, 300, host, priority, weight, port));
        return this;
    }

    public Task<AutodiscoverAnswer> GetAsync(Uri uri, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Add(uri.AbsoluteUri);
        return Task.FromResult(_answers.TryGetValue(uri.AbsoluteUri, out AutodiscoverAnswer? answer)
            ? answer
            : new AutodiscoverAnswer(null, "", CallEnd.Failed, "HostNotFound", TimeSpan.Zero));
    }

    public Task<ServiceAnswer> FindServiceAsync(string name, CancellationToken cancellationToken)
    {
        Asked.Add(name);
        return Task.FromResult(new ServiceAnswer(Services, CallEnd.Succeeded, Services.Count == 0 ? "NXDOMAIN" : "", TimeSpan.Zero));
    }
}
