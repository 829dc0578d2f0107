using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using MrsDiag.Configuration;
using MrsDiag.Facts;
using MrsDiag.MoveReports;

namespace MrsDiag.Endpoints;

/// <summary>The parent item of source <c>endpoint-probe</c>.</summary>
internal static class ParentFactsOfEndpoint
{
    /// <summary>Fills it.</summary>
    public static void Fill(FactItem parent, EndpointReading reading)
    {
        EndpointObservation o = reading.Observation;
        parent.Put("host", o.Host);
        parent.Put("port", (double)o.Port);
        parent.Put("isHttps", reading.IsHttps);
        parent.Put("origin", Words.Token(o.Origin));
        parent.Put("route", Words.Token(o.Route));
        parent.Put("pinnedName", o.PinnedName);
        parent.Put("address", o.Address);
        if (o.Address.Length > 0)
            parent.Put("isPrivate", PrivateRanges.Contain(o.Address));
        parent.Put("isFirst", o.IsFirst);
        parent.Put("isHybridAgent", o.IsHybridAgent);
        parent.Put("scenario", MoveScenario.Unknown);
        parent.Put("transport", o.IsHybridAgent ? "hybridAgent" : "mrsproxy");
        parent.Put("vantage", Words.Token(o.Vantage));
        parent.Put("vantageReason", o.VantageReason);
        if (o.Autodiscover.Length > 0)
        {
            parent.Put("autodiscoverSteps", (double)o.Autodiscover.Length);
            parent.Put("autodiscoverFound", o.Autodiscover.Any(s => s.LeadsTo.Length > 0));
        }
        FillDns(parent, o);
        FillTls(parent, reading);
        CertificateFacts.Fill(parent, o);
        FillHttp(parent, reading);
        FillServer(parent, reading);
        FillConfiguration(parent, o.Configuration);
        // The directory belongs to a server; what a device in front passes on meets the Extended Protection of those behind it (J16).
        if (o.Route != EndpointRoute.Direct)
            parent.Put("extendedProtection", CertificateFacts.DirectServers(o)
                .Select(s => ConfigurationFacts.ExtendedProtection(s.ExtendedProtection)).Where(v => v is not null).OrderByDescending(v => v != "None").FirstOrDefault());
    }

    private static void FillDns(FactItem parent, EndpointObservation observation)
    {
        DnsObservation dns = observation.Dns;
        if (dns.End != CallEnd.NotTried)
        {
            parent.Put("addresses", dns.Addresses);
            parent.Put("addressCount", (double)dns.Addresses.Length);
        }
        string[] all = [.. dns.Addresses.Concat(dns.QueryAddresses).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (dns.QueryEnd == CallEnd.Succeeded)
        {
            parent.Put("queryAddresses", dns.QueryAddresses);
            parent.Put("dnsServer", dns.Server);
            if (dns.End == CallEnd.Succeeded)
                parent.Put("resolversDiffer", !new HashSet<string>(dns.Addresses, StringComparer.OrdinalIgnoreCase).SetEquals(dns.QueryAddresses));
        }
        // An endpoint that is named by its address has no DNS to speak about.
        if (all.Length > 0 && !IPAddress.TryParse(observation.Host.Trim('[', ']'), out _))
        {
            parent.Put("privateAddresses", all.Where(PrivateRanges.Contain).ToArray());
            parent.Put("onlyIpv6", all.All(PrivateRanges.IsIpv6));
        }
        parent.Put("canonicalName", dns.CanonicalName.TrimEnd('.'));
        if (dns.TimeToLive is { } seconds)
            parent.Put("timeToLive", TimeSpan.FromSeconds(seconds));
    }

    private static void FillTls(FactItem parent, EndpointReading reading)
    {
        EndpointObservation o = reading.Observation;
        // Nothing is wrong with an address that cannot be tried from here (J13).
        bool untried = o.Tcp.End != CallEnd.Succeeded && reading.Note(EndpointStage.Tcp) is { Reason: "hairpin" or "noRoute" };
        parent.Put("tcp", untried ? "notTried" : Words.Token(o.Tcp.End));
        parent.Put("tls", Words.Token(o.Tls.End));
        parent.Put("negotiatedVersion", o.Tls.NegotiatedVersion);
        parent.Put("acceptedVersions", reading.AcceptedVersions);
        parent.Put("oldVersions", reading.AcceptedVersions?.Where(v => !EndpointReading.IsModern(v)).ToArray());
        parent.Put("acceptsModernTls", reading.AcceptsModernTls);
    }

    private static void FillHttp(FactItem parent, EndpointReading reading)
    {
        EndpointObservation o = reading.Observation;
        parent.Put("works", reading.Works);
        parent.Put("getStatus", (double?)reading.Answered(ExchangePurpose.Get)?.Status);
        parent.Put("postStatus", (double?)reading.Answered(ExchangePurpose.Post)?.Status);
        if (reading.First is { } first)
        {
            IReadOnlyList<string>? schemes = first.Status == 401 ? first.AuthenticationSchemes : null;
            parent.Put("authSchemes", schemes);
            parent.Put("authSet", AuthHeaderText.ToSet(schemes));
            parent.Put("realm", first.Realm);
            parent.Put("serverHeader", first.Header("Server"));
            if (EndpointReading.IsHealthy(first))
                parent.Put("headersRewritten", Rewritten(first).ToArray());
            if (first.Status == 401)
                parent.Put("cookies", AnswerSigns.ForeignCookies(first.Headers));
            parent.Put("exchangeOnline", reading.IsExchangeOnline);
        }
        parent.Put("expect", reading.Expect.Verdict);
        parent.Put("timeToContinue", reading.Expect.TimeToContinue);
        if (reading.Answered(ExchangePurpose.HealthCheck) is { } health)
        {
            parent.Put("healthStatus", (double?)health.Status);
            parent.Put("health", HealthOf(health));
        }
        else if (o.Exchanges.Any(e => e.Purpose == ExchangePurpose.HealthCheck && e.End != CallEnd.NotTried))
            parent.Put("health", "unknown");
    }

    /// <summary>What an answer of healthcheck.htm means. 404 is Exchange 2010, or a balancer that sends the path elsewhere.</summary>
    internal static string HealthOf(HttpExchange health) => health.Status switch
    {
        200 when AnswerSigns.Has(health.Body, "200 OK") => "healthy",
        >= 500 => "unhealthy",
        _ => "unknown",
    };

    private static IEnumerable<string> Rewritten(HttpExchange first)
    {
        if (!first.Header("Server").StartsWith("Microsoft-IIS", StringComparison.OrdinalIgnoreCase))
            yield return "Server";
        if (first.Header("X-Powered-By").Length == 0)
            yield return "X-Powered-By";
    }

    private static void FillServer(FactItem parent, EndpointReading reading)
    {
        EndpointObservation o = reading.Observation;
        // Only an answer without a challenge says that there is none; silence does not.
        if (o.Challenges.Any(c => c.End == CallEnd.Succeeded))
            parent.Put("hasChallenge", reading.Challenge is not null);
        parent.Put("server", reading.Server);
        parent.Put("serverVersion", reading.Version);
        parent.Put("serverMajor", (double?)reading.Major);
        parent.Put("clockSkew", o.Challenges.Where(c => c.ClockSkew is not null).Select(c => (TimeSpan?)c.ClockSkew!.Value.Duration()).FirstOrDefault());
        parent.Put("logon", reading.Logon);
        parent.Put("logonStatus", (double?)o.Logons.Select(l => l.Status).FirstOrDefault(s => s is not null));
        parent.Put("accountForm", o.Logons.Select(l => l.AccountForm).FirstOrDefault(f => f.Length > 0));
        if (o.Route != EndpointRoute.Direct)
        {
            int?[] direct = [.. o.Siblings.Where(s => s.Route == EndpointRoute.Direct && s.LogonStatus is not null).Select(s => s.LogonStatus)];
            parent.Put("logonDirect", direct.Any(s => s != 401) ? "accepted" : direct.Length > 0 ? "refused" : null);
        }
    }

    private static void FillConfiguration(FactItem parent, VirtualDirectory? directory)
    {
        parent.Put("hasConfiguration", directory is not null);
        if (directory is null)
            return;
        parent.Put("mrsProxyEnabled", directory.MrsProxyEnabled);
        if (directory.AdPropertiesOnly)
            return;
        parent.Put("windowsAuthentication", directory.WindowsAuthentication);
        parent.Put("basicAuthentication", directory.BasicAuthentication);
        parent.Put("extendedProtection", ConfigurationFacts.ExtendedProtection(directory));
    }
}
