using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Endpoints;

namespace MrsDiag.Tests.Shared;

/// <summary>Observations of endpoints as a probe writes them down: healthy ones, and steps that change them.</summary>
internal static class EndpointSamples
{
    /// <summary>When the probes began.</summary>
    public static readonly DateTime Start = new(2024, 5, 1, 10, 0, 0, DateTimeKind.Utc);

    /// <summary>Exchange 2019 behind a balancer that ends TLS, seen from outside.</summary>
    public static EndpointObservation Healthy2019() => Healthy("Microsoft-IIS/10.0", "EX01", "15.2.986.14");

    /// <summary>Exchange 2013, seen from outside.</summary>
    public static EndpointObservation Healthy2013()
    {
        EndpointObservation o = Healthy("Microsoft-IIS/8.5", "EX13", "15.0.1497.2");
        o.Tls.Versions = Versions("refused", "refused", "accepted", "notTried");
        o.Tls.NegotiatedVersion = "TLS 1.2";
        return o;
    }

    /// <summary>Exchange 2010 with a TLS 1.2 that was switched on: no X-FEServer, no healthcheck.htm, Basic offered.</summary>
    public static EndpointObservation Healthy2010()
    {
        EndpointObservation o = Healthy("Microsoft-IIS/7.5", "CAS1", "");
        o.Tls.Versions = Versions("accepted", "accepted", "accepted", "refused");
        o.Tls.NegotiatedVersion = "TLS 1.2";
        foreach (HttpExchange exchange in o.Exchanges)
        {
            exchange.Headers = [.. exchange.Headers.Where(h => h.Name is not ("X-FEServer" or "X-OWA-Version"))];
            if (exchange.Status == 401)
                exchange.AuthenticationSchemes = ["basic", "negotiate", "ntlm"];
        }
        Exchange(o, ExchangePurpose.HealthCheck).Status = 404;
        Exchange(o, ExchangePurpose.HealthCheck).Body = "<html>not found</html>";
        foreach (ChallengeObservation challenge in o.Challenges)
            challenge.FrontEndServer = "";
        return o;
    }

    /// <summary>A name of the Hybrid Agent.</summary>
    public static EndpointObservation HybridAgent()
    {
        EndpointObservation o = Healthy2019();
        o.Host = "0b1f2a3c-1111-4222-8333-444455556666.resource.mailboxmigration.his.msappproxy.net";
        o.Uri = $"https://{o.Host}/EWS/mrsproxy.svc";
        o.IsHybridAgent = true;
        o.Dns.TimeToLive = 60;
        o.Tcp = new TcpObservation { End = CallEnd.TimedOut, Duration = TimeSpan.FromSeconds(10) };
        o.Tls = new TlsObservation();
        o.Exchanges = [];
        o.Challenges = [];
        o.NotTested = [.. new[] { EndpointStage.Tls, EndpointStage.Http, EndpointStage.Expect, EndpointStage.Ntlm, EndpointStage.Logon, EndpointStage.Health }
            .Select(s => new StageNote { Stage = s, Reason = "hybridAgent", Detail = "an agent's name answers Exchange Online only" })];
        return o;
    }

    /// <summary>The exchange of a purpose.</summary>
    public static HttpExchange Exchange(EndpointObservation observation, ExchangePurpose purpose) => observation.Exchanges.Single(e => e.Purpose == purpose);

    /// <summary>Gives all exchanges but healthcheck.htm another answer.</summary>
    public static EndpointObservation Answering(this EndpointObservation o, int status, string server, params (string Name, string Value)[] headers)
    {
        foreach (HttpExchange exchange in o.Exchanges.Where(e => e.Purpose != ExchangePurpose.HealthCheck))
        {
            exchange.Status = status;
            exchange.AuthenticationSchemes = [];
            exchange.Headers = [.. headers.Prepend(("Server", server)).Where(h => h.Item2.Length > 0).Select(h => new HttpHeaderObservation { Name = h.Item1, Value = h.Item2 })];
        }
        o.Challenges = [];
        return o;
    }

    /// <summary>Ends the way at TCP.</summary>
    public static EndpointObservation Unconnected(this EndpointObservation o, CallEnd end, string reason = "")
    {
        o.Tcp = new TcpObservation { End = end, Error = "the platform's words", Duration = TimeSpan.FromSeconds(10) };
        o.Tls = new TlsObservation();
        o.Exchanges = [];
        o.Challenges = [];
        o.Logons = [];
        EndpointStage[] rest = [EndpointStage.Tls, EndpointStage.Http, EndpointStage.Expect, EndpointStage.Ntlm, EndpointStage.Logon, EndpointStage.Health];
        o.NotTested = [.. rest.Select(s => new StageNote { Stage = s, Reason = "stageBeforeFailed", Detail = "there is no connection" })];
        if (reason.Length > 0)
            o.NotTested = [new StageNote { Stage = EndpointStage.Tcp, Reason = reason, Detail = "it cannot be tried from here" }, .. o.NotTested];
        return o;
    }

    /// <summary>Adds the plain call with credentials.</summary>
    public static EndpointObservation WithLogon(this EndpointObservation o, int status, string server = "Microsoft-IIS/10.0", string body = "", string contentType = "")
    {
        o.NotTested = [.. o.NotTested.Where(n => n.Stage != EndpointStage.Logon)];
        HttpHeaderObservation[] headers = [new() { Name = "Server", Value = server }, new() { Name = "Content-Type", Value = contentType }];
        if (status == 401)
            headers = [.. headers, new() { Name = "WWW-Authenticate", Value = "Negotiate" }, new() { Name = "WWW-Authenticate", Value = "NTLM" }];
        o.Logons =
        [
            .. o.Logons,
            new LogonObservation
            {
                Kind = "get", Scheme = "NTLM", AccountForm = "domainUser", StartedAt = Start.AddSeconds(8), End = CallEnd.Succeeded, Status = status,
                WasAsked = true, Headers = headers, Body = body, Duration = TimeSpan.FromMilliseconds(90),
            },
        ];
        return o;
    }

    /// <summary>TLS 1.0 to 1.3 and what each was answered.</summary>
    public static TlsVersionObservation[] Versions(params string[] answers) =>
        [.. answers.Select((a, i) => new TlsVersionObservation { Version = "TLS 1." + i.ToString(System.Globalization.CultureInfo.InvariantCulture), Answer = a })];

    private static EndpointObservation Healthy(string iis, string server, string build)
    {
        List<HttpHeaderObservation> headers = [new() { Name = "Server", Value = iis }, new() { Name = "X-Powered-By", Value = "ASP.NET" }];
        if (build.Length > 0)
            headers.AddRange([new() { Name = "X-FEServer", Value = server }, new() { Name = "X-OWA-Version", Value = build }]);
        return new EndpointObservation
        {
            Uri = "https://mail.contoso.com/EWS/mrsproxy.svc",
            Host = "mail.contoso.com",
            Address = "203.0.113.7",
            StartedAt = Start,
            Duration = TimeSpan.FromSeconds(2),
            ComputerName = "PROBE1",
            SourceAddress = "198.51.100.4",
            Vantage = EndpointVantage.External,
            VantageReason = "said so",
            Dns = new DnsObservation
            {
                End = CallEnd.Succeeded,
                Addresses = ["203.0.113.7"],
                Duration = TimeSpan.FromMilliseconds(9),
                QueryEnd = CallEnd.Succeeded,
                Server = "192.0.2.53:53",
                QueryAddresses = ["203.0.113.7"],
                TimeToLive = 300,
                Records = [new DnsRecordObservation { Name = "mail.contoso.com", Type = "A", Value = "203.0.113.7", TimeToLive = 300 }],
            },
            Tcp = new TcpObservation { End = CallEnd.Succeeded, Duration = TimeSpan.FromMilliseconds(12) },
            Tls = HealthyTls(),
            Exchanges =
            [
                Call(ExchangePurpose.Get, headers, 34), Call(ExchangePurpose.Post, headers, 36), Call(ExchangePurpose.ExpectBodyAtOnce, headers, 35),
                Call(ExchangePurpose.ExpectBodyHeldBack, headers, 35), Call(ExchangePurpose.BodyHeldBack, headers, 35), Call(ExchangePurpose.Chunked, headers, 35),
                new HttpExchange
                {
                    Purpose = ExchangePurpose.HealthCheck, Method = "GET", Path = "/EWS/healthcheck.htm", StartedAt = Start.AddSeconds(3), End = CallEnd.Succeeded,
                    Status = 200, Headers = [.. headers], Body = $"200 OK<br/>{server}.contoso.com", TimeToAnswer = TimeSpan.FromMilliseconds(20),
                },
            ],
            Challenges = [Challenge("NTLM", server), Challenge("Negotiate", server)],
            NotTested = [new StageNote { Stage = EndpointStage.Logon, Reason = "noCredential", Detail = "no credentials were given" }],
        };
    }

    private static TlsObservation HealthyTls() => new()
    {
        End = CallEnd.Succeeded,
        Duration = TimeSpan.FromMilliseconds(25),
        NegotiatedVersion = "TLS 1.3",
        Cipher = "TLS_AES_256_GCM_SHA384",
        Versions = Versions("refused", "refused", "accepted", "accepted"),
        IsTrusted = true,
        NameMatches = true,
        IntermediateMissing = false,
        Certificates =
        [
            new CertificateObservation
            {
                Subject = "CN=mail.contoso.com", Issuer = "CN=Public CA 1", Names = ["mail.contoso.com", "autodiscover.contoso.com"], NotBefore = Start.AddDays(-100),
                NotAfter = Start.AddDays(200), Sha256 = "AA11", Thumbprint = "BB22", SerialNumber = "01",
                SignatureAlgorithm = "sha256RSA", RsaKeySize = 2048,
            },
            new CertificateObservation { Subject = "CN=Public CA 1", Issuer = "CN=Public Root", NotBefore = Start.AddDays(-900), NotAfter = Start.AddDays(900), Sha256 = "CC33" },
        ],
    };

    private static HttpExchange Call(ExchangePurpose purpose, List<HttpHeaderObservation> headers, int milliseconds) => new()
    {
        Purpose = purpose,
        Method = purpose == ExchangePurpose.Get ? "GET" : "POST",
        Path = "/EWS/mrsproxy.svc",
        StartedAt = Start.AddSeconds(1),
        End = CallEnd.Succeeded,
        Status = 401,
        Reason = "Unauthorized",
        Headers = [.. headers],
        AuthenticationSchemes = ["negotiate", "ntlm"],
        SentExpect = purpose is ExchangePurpose.ExpectBodyAtOnce or ExchangePurpose.ExpectBodyHeldBack or ExchangePurpose.ExpectWsSecurity,
        SentBody = purpose is not (ExchangePurpose.Get or ExchangePurpose.ExpectBodyHeldBack or ExchangePurpose.BodyHeldBack),
        TimeToAnswer = TimeSpan.FromMilliseconds(milliseconds),
    };

    private static ChallengeObservation Challenge(string scheme, string server) => new()
    {
        Scheme = scheme,
        End = CallEnd.Succeeded,
        Status = 401,
        HasChallenge = true,
        NetBiosComputerName = server,
        NetBiosDomainName = "CONTOSO",
        DnsComputerName = server + ".contoso.com",
        OsVersion = "10.0.17763",
        ClockSkew = TimeSpan.FromMilliseconds(300),
        FrontEndServer = server,
        Duration = TimeSpan.FromMilliseconds(30),
    };
}
