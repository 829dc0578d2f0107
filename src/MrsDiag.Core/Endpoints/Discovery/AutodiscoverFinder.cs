using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints.Probing;

namespace MrsDiag.Endpoints.Discovery;

/// <summary>
/// Finds the endpoint of an e-mail address by the places that an Exchange client tries without Active Directory, and without any logon:
/// an answer that asks for one is enough to know the host. The order is that of [MS-OXDISCO], Autodiscover HTTP Service Protocol, release
/// of 2018-10-01 (https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxdisco): https at the
/// domain, https at autodiscover.domain, a redirect of http at autodiscover.domain, the SRV record _autodiscover._tcp.domain.
/// </summary>
internal sealed class AutodiscoverFinder(IAutodiscoverCalls calls)
{
    /// <summary>The file that every step asks for.</summary>
    public const string Path = "/autodiscover/autodiscover.xml";

    private const int MaxRedirects = 5;
    private const int MaxServices = 3;

    private readonly List<AutodiscoverStep> _steps = [];
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the endpoint over the network, within the time for one address.</summary>
    public static async Task<FoundEndpoint> FindAsync(EndpointTarget target, ProbeServices services, CancellationToken cancellationToken)
    {
        AutodiscoverFinder finder = new(new AutodiscoverCalls(services));
        using CancellationTokenSource budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(services.Options.Timeout);
        try
        {
            return await finder.FindAsync(target, budget.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FoundEndpoint(null, finder._steps, FormattableString.Invariant(
                $"Autodiscover was not at its end after {services.Options.Timeout.TotalSeconds:0.###} seconds. {AutodiscoverTexts.GiveUri}"));
        }
    }

    /// <summary>Finds the endpoint.</summary>
    /// <param name="target">The target with its e-mail address.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <returns>The endpoint, or none and why, with every step that was taken.</returns>
    public async Task<FoundEndpoint> FindAsync(EndpointTarget target, CancellationToken cancellationToken)
    {
        EmailText.Parse(target.EmailAddress, out string domain);
        AutodiscoverLead lead = await WalkAsync(domain, cancellationToken).ConfigureAwait(false);
        return lead.Kind switch
        {
            LeadKind.Exchange => new FoundEndpoint(
                target with { Uri = EndpointText.Parse(lead.Host), MayLogOn = IsWithin(lead.Host, domain) }, _steps, ""),
            LeadKind.ExchangeOnline => new FoundEndpoint(null, _steps, AutodiscoverTexts.Online(domain, lead.Host)),
            _ => new FoundEndpoint(null, _steps, $"No step of Autodiscover for {domain} led to an Exchange server. {AutodiscoverTexts.GiveUri}"),
        };
    }

    private async Task<AutodiscoverLead> WalkAsync(string domain, CancellationToken cancellationToken)
    {
        string host = "autodiscover." + domain;
        foreach ((string kind, Uri uri) in new[]
        {
            ("domain", new Uri("https://" + domain + Path)),
            ("autodiscover", new Uri("https://" + host + Path)),
            ("redirect", new Uri("http://" + host + Path)),
        })
        {
            AutodiscoverLead lead = await AskAsync(kind, uri, cancellationToken).ConfigureAwait(false);
            if (lead.Kind != LeadKind.None)
                return lead;
        }
        return await AskServiceAsync("_autodiscover._tcp." + domain, cancellationToken).ConfigureAwait(false);
    }

    // One address and what it redirects to, each asked once in a run: a circle ends by itself.
    private async Task<AutodiscoverLead> AskAsync(string kind, Uri? uri, CancellationToken cancellationToken)
    {
        for (int hop = 0; uri is not null; hop++)
        {
            AutodiscoverStep step = new() { Kind = hop == 0 ? kind : "redirect", Target = uri.AbsoluteUri };
            _steps.Add(step);
            if (hop > MaxRedirects || !_asked.Add(uri.AbsoluteUri))
            {
                step.Detail = hop > MaxRedirects
                    ? FormattableString.Invariant($"Not asked: more than {MaxRedirects} redirects, one after the other.")
                    : "Not asked again: the search has been there.";
                return AutodiscoverLead.None;
            }
            AutodiscoverAnswer answer = await calls.GetAsync(uri, cancellationToken).ConfigureAwait(false);
            AutodiscoverLead lead = AnswerReader.Read(uri, answer, step);
            if (lead.Kind != LeadKind.Redirect)
                return lead;
            uri = lead.Next;
        }
        return AutodiscoverLead.None;
    }

    private async Task<AutodiscoverLead> AskServiceAsync(string name, CancellationToken cancellationToken)
    {
        AutodiscoverStep step = new() { Kind = "srv", Target = name };
        _steps.Add(step);
        ServiceAnswer answer = await calls.FindServiceAsync(name, cancellationToken).ConfigureAwait(false);
        step.End = answer.End;
        step.Duration = answer.Duration;
        Uri[] places = ServiceReader.Read(answer, step);
        if (places.Length > 0 && ExchangeOnlineSigns.IsHost(places[0].Host))
            return new AutodiscoverLead(LeadKind.ExchangeOnline, places[0].Host);
        foreach (Uri place in places.Take(MaxServices))
        {
            AutodiscoverLead lead = await AskAsync("srv", place, cancellationToken).ConfigureAwait(false);
            if (lead.Kind != LeadKind.None)
                return lead;
        }
        return AutodiscoverLead.None;
    }

    private static bool IsWithin(string host, string domain) =>
        string.Equals(host, domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
}
