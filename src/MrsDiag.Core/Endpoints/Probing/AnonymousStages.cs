using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// The stages behind the first GET that need no credential. They do not depend on each other and run side by side, each on its own connection.
internal sealed class AnonymousStages(HttpExchanger exchanger, EndpointObservation observation, ProbePlace place, StageNotes notes)
{
    public async Task RunAsync(HttpExchange get, CancellationToken cancellationToken)
    {
        IReadOnlyList<ExchangeRequest> requests = MrsProxyRequests.Others(place);
        string[] schemes = [.. NtlmStage.Schemes.Where(scheme => get.AuthenticationSchemes.Contains(scheme, StringComparer.OrdinalIgnoreCase))];
        HttpExchange?[] exchanges = new HttpExchange?[requests.Count];
        ChallengeObservation?[] challenges = new ChallengeObservation?[schemes.Length];
        List<Task> tasks = [];
        for (int i = 0; i < requests.Count; i++)
            tasks.Add(ExchangeAsync(requests, exchanges, i, cancellationToken));
        for (int i = 0; i < schemes.Length; i++)
            tasks.Add(ChallengeAsync(schemes, challenges, i, cancellationToken));
        try
        {
            await Task.WhenAll(tasks).ConfigureAwait(false);
        }
        finally
        {
            observation.Exchanges = [get, .. exchanges.OfType<HttpExchange>()];
            observation.Challenges = [.. challenges.OfType<ChallengeObservation>()];
            Settle(requests, exchanges, challenges);
        }
    }

    private async Task ExchangeAsync(
        IReadOnlyList<ExchangeRequest> requests, HttpExchange?[] exchanges, int index, CancellationToken cancellationToken) =>
        exchanges[index] = await exchanger.ExchangeAsync(requests[index], cancellationToken).ConfigureAwait(false);

    private async Task ChallengeAsync(string[] schemes, ChallengeObservation?[] challenges, int index, CancellationToken cancellationToken) =>
        challenges[index] = await new NtlmStage(exchanger).RunAsync(place, schemes[index], cancellationToken).ConfigureAwait(false);

    private void Settle(IReadOnlyList<ExchangeRequest> requests, HttpExchange?[] exchanges, ChallengeObservation?[] challenges)
    {
        foreach (EndpointStage stage in new[] { EndpointStage.Http, EndpointStage.Expect, EndpointStage.Health })
        {
            if (!requests.Where((request, i) => StageOf(request.Purpose) == stage && exchanges[i] is null).Any())
                notes.Done(stage);
        }
        if (challenges.Length == 0)
            notes.Add(EndpointStage.Ntlm, StageReason.NotOffered, "The GET was offered neither NTLM nor Negotiate.");
        else if (!challenges.Contains(null))
            notes.Done(EndpointStage.Ntlm);
    }

    private static EndpointStage StageOf(ExchangePurpose purpose) => purpose switch
    {
        ExchangePurpose.Get or ExchangePurpose.Post => EndpointStage.Http,
        ExchangePurpose.HealthCheck => EndpointStage.Health,
        _ => EndpointStage.Expect,
    };
}
