using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Text;
using MrsDiag.Wire.Dns;

namespace MrsDiag.Endpoints.Discovery;

/// <summary>Reads SRV records (RFC 2782): the lowest priority first, of those the greatest weight, and a dot for "not here".</summary>
internal static class ServiceReader
{
    /// <summary>The addresses to ask, in their order; completes the step.</summary>
    public static Uri[] Read(ServiceAnswer answer, AutodiscoverStep step)
    {
        List<Uri> places = [];
        foreach (DnsRecord record in answer.Records.OrderBy(r => r.Priority).ThenByDescending(r => r.Weight))
        {
            if (record.Port is > 0 and <= 65535 && EndpointHost.TryRead(record.Value, out string host, out _) && !EndpointHost.IsAddress(host))
                places.Add(new Uri(FormattableString.Invariant($"https://{host}:{record.Port}{AutodiscoverFinder.Path}")));
        }
        step.LeadsTo = places.Count > 0 ? places[0].Host : "";
        string[] names = places.Select(place => FormattableString.Invariant($"{place.Host}:{place.Port}")).ToArray();
        step.Detail = names.Length > 0 ? $"The record names {FactText.Join(names)}."
            : answer.Records.Count > 0 ? "The record says that there is no such service, or names none that can be called."
            : answer.Error.Length > 0 ? FactText.Shorten($"There is no record. {answer.Error}", 400)
            : "There is no record.";
        return [.. places];
    }
}
