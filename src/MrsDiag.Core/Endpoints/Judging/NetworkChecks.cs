using System;
using System.Collections.Generic;
using MrsDiag.Text;

namespace MrsDiag.Endpoints;

/// <summary>The checks of name resolution and of the TCP connection.</summary>
internal static class NetworkChecks
{
    /// <summary>The checks.</summary>
    public static IEnumerable<EndpointCheck> Of(EndpointReading reading) => [.. Dns(reading), Tcp(reading)];

    private static IEnumerable<EndpointCheck> Dns(EndpointReading reading)
    {
        EndpointObservation o = reading.Observation;
        DnsObservation dns = o.Dns;
        if (dns.End == CallEnd.NotTried)
        {
            string why = o.Route == EndpointRoute.Name ? "the name was not resolved" : $"the address was given ({Words.Token(o.Route)})";
            yield return EndpointChecks.NotTested(reading, EndpointStage.Dns, "Addresses", why);
            yield break;
        }
        if (dns.Addresses.Length == 0)
        {
            if (o.IsHybridAgent)
            {
                yield return EndpointChecks.Make(EndpointStage.Dns, "Addresses", CheckOutcome.NotTested,
                    "no address from here; the name of a Hybrid Agent need not lead anywhere but for Exchange Online", dns.Duration);
                yield break;
            }
            // Where the address was given, the name need not lead anywhere from here.
            string detail = $"no address for {o.Host}{Words.Because(dns.Error)}";
            CheckOutcome outcome = o.Route == EndpointRoute.Name ? CheckOutcome.Failed : CheckOutcome.NotTested;
            yield return EndpointChecks.Make(EndpointStage.Dns, "Addresses", outcome, detail, dns.Duration);
        }
        else
            yield return EndpointChecks.Make(EndpointStage.Dns, "Addresses", CheckOutcome.Passed, Addresses(dns), dns.Duration);
        yield return Query(dns);
    }

    private static string Addresses(DnsObservation dns)
    {
        string live = dns.TimeToLive is { } seconds ? FormattableString.Invariant($"; TTL {seconds} s") : "";
        string alias = dns.CanonicalName.Length > 0 ? "; alias of " + dns.CanonicalName.TrimEnd('.') : "";
        return Words.Count(dns.Addresses.Length, "address", "addresses") + ": " + FactText.Join(dns.Addresses) + live + alias;
    }

    private static EndpointCheck Query(DnsObservation dns)
    {
        const string name = "DNS server";
        if (dns.QueryEnd == CallEnd.NotTried)
            return EndpointChecks.Make(EndpointStage.Dns, name, CheckOutcome.NotTested, "no DNS server was asked directly");
        if (dns.QueryEnd != CallEnd.Succeeded)
            return EndpointChecks.Make(EndpointStage.Dns, name, CheckOutcome.NotTested, $"the query to {dns.Server} {Words.Ended(dns.QueryEnd)}{Words.Because(dns.QueryError)}");
        if (dns.QueryAddresses.Length == 0)
            return EndpointChecks.Make(EndpointStage.Dns, name, CheckOutcome.NotTested, $"{dns.Server} has no address{Words.Because(dns.QueryError)}");
        // Two views of one name are ordinary inside an organization; what they mean is for the rules to say.
        bool same = new HashSet<string>(dns.Addresses, StringComparer.OrdinalIgnoreCase).SetEquals(dns.QueryAddresses);
        return EndpointChecks.Make(EndpointStage.Dns, name, CheckOutcome.Passed,
            same ? $"{dns.Server} says the same" : $"{dns.Server} says {FactText.Join(dns.QueryAddresses)}, the system's resolver {FactText.Join(dns.Addresses)}");
    }

    private static EndpointCheck Tcp(EndpointReading reading)
    {
        EndpointObservation o = reading.Observation;
        const string name = "Connection";
        if (o.Tcp.End == CallEnd.NotTried)
            return EndpointChecks.NotTested(reading, EndpointStage.Tcp, name, o.Address.Length == 0 ? "there is no address to connect to" : "no connection was tried");
        string at = FormattableString.Invariant($"port {o.Port}");
        if (o.Tcp.End == CallEnd.Succeeded)
            return EndpointChecks.Make(EndpointStage.Tcp, name, CheckOutcome.Passed, $"connected to {at}{Words.In(o.Tcp.Duration)}", o.Tcp.Duration);
        // A time-out to one's own public address, or an address family without a route here, says nothing about the endpoint (J13).
        if (reading.Note(EndpointStage.Tcp) is { Reason: "hairpin" or "noRoute" } note)
            return EndpointChecks.Make(EndpointStage.Tcp, name, CheckOutcome.NotTested, note.Detail, o.Tcp.Duration);
        return EndpointChecks.Make(EndpointStage.Tcp, name, CheckOutcome.Failed, $"the connection to {at} {Words.Ended(o.Tcp.End)}{Words.In(o.Tcp.Duration)}{Words.Because(o.Tcp.Error)}", o.Tcp.Duration);
    }
}
