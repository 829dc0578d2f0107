using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Configuration;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using Xunit;
using static MrsDiag.Tests.Shared.EndpointSamples;

namespace MrsDiag.Core.Tests.Endpoints;

public class EndpointFactsTests
{
    [Fact]
    public void Every_field_of_the_tables_is_filled_by_some_input()
    {
        FactSet[] sets = [.. Inputs().Select(EndpointFacts.Build)];
        // Reports fill these: an exception's class, a stated limit, whether the move went on.
        string[] ofReports = ["callOutcomes.innermostType", "callOutcomes.timeout", "callOutcomes.recovered"];
        Assert.Equal(ofReports, Unfilled(EndpointProbeTable.Source, sets).OrderBy(n => Array.IndexOf(ofReports, n)));
        Assert.Empty(Unfilled(ConfigurationTable.Source, [ConfigurationFacts.Build(FullDirectory())]));
    }

    [Fact]
    public void Values_have_the_types_and_the_closed_sets_of_the_tables()
    {
        foreach (FactSet facts in Inputs().Select(EndpointFacts.Build).Append(ConfigurationFacts.Build(FullDirectory())))
            foreach (FactCollection table in facts.Source.Collections.Append(facts.Source.Parent))
                foreach (FactItem item in facts.Items(table == facts.Source.Parent ? "self" : table.Name))
                    foreach (FactField field in table.Fields.Where(f => item[f.Ordinal] is not null))
                        Assert.True(Fits(field, item[field.Ordinal]!), $"{table.Name}.{field.Name} = {item[field.Ordinal]}");
    }

    [Fact]
    public void The_subject_names_host_and_address_and_a_dead_name_only_itself()
    {
        Assert.Equal("mail.contoso.com [203.0.113.7]", EndpointFacts.Build(Healthy2019()).Subject);
        EndpointObservation o = NoAddress();
        Assert.Equal("mail.contoso.com", EndpointFacts.Build(o).Subject);
        Assert.Equal(("nameNotResolved", "dns"), Ended(o));
    }

    [Theory]
    [InlineData(CallEnd.Reset, "reset")]
    [InlineData(CallEnd.TlsFailed, "tlsFailed")]
    [InlineData(CallEnd.Malformed, "malformed")]
    [InlineData(CallEnd.TimedOut, "timedOut")]
    public void Where_TLS_ends_the_way_is_an_outcome_of_that_stage(CallEnd end, string kind)
    {
        EndpointObservation o = Healthy2019();
        o.Tls = new TlsObservation { End = end };
        o.Exchanges = [];
        Assert.Equal((kind, "tls"), Ended(o));
    }

    [Fact]
    public void A_certificate_outcome_comes_only_where_no_rule_knows_the_reason()
    {
        EndpointObservation o = Healthy2019();
        (o.Tls.IsTrusted, o.Tls.ChainErrors) = (false, ["RevocationStatusUnknown"]);
        Assert.Equal(("certificateNotTrusted", "tls"), Ended(o));
        o.Tls.ChainErrors = ["UntrustedRoot"];
        Assert.Empty(EndpointFacts.Build(o).Items("callOutcomes"));
    }

    [Fact]
    public void J5_a_name_of_the_Hybrid_Agent_gives_no_outcome()
    {
        FactSet facts = EndpointFacts.Build(HybridAgent());
        Assert.Empty(facts.Items("callOutcomes"));
        Assert.Equal((true, "hybridAgent"), (facts.Parent["isHybridAgent"], facts.Parent["transport"]));
    }

    [Fact]
    public void J16_what_was_seen_at_a_server_directly_is_compared()
    {
        EndpointObservation o = Healthy2019().WithLogon(401);
        o.Route = EndpointRoute.Via;
        o.Siblings = [new SiblingObservation { Route = EndpointRoute.Direct, Address = "192.168.4.11", CertificateSha256 = "DD44", GetStatus = 401, AuthenticationSchemes = ["ntlm"], LogonStatus = 200 }];
        FactItem parent = EndpointFacts.Build(o).Parent;
        Assert.Equal((true, "refused", "accepted"), (parent["certificateDiffersDirect"], parent["logon"], parent["logonDirect"]));
        o.Siblings[0].CertificateSha256 = "aa11";
        Assert.Equal(false, EndpointFacts.Build(o).Parent["certificateDiffersDirect"]);
    }

    [Fact]
    public void Cookies_are_named_without_their_values_and_those_of_Exchange_left_out()
    {
        EndpointObservation o = Healthy2019();
        HttpExchange get = Exchange(o, ExchangePurpose.Get);
        get.Headers = [.. get.Headers, Cookie("BIGipServerews=***; path=/"), Cookie("X-BackEndCookie=***"), Cookie("BIGipServerews=***")];
        Assert.Equal(["BIGipServerews"], (IReadOnlyList<string>)EndpointFacts.Build(o).Parent["cookies"]!);
    }

    [Fact]
    public void The_server_is_named_by_the_challenge_then_by_header_then_by_healthcheck()
    {
        EndpointObservation o = Healthy2019();
        o.Challenges[0].NetBiosComputerName = "EX07";
        Assert.Equal("EX07", EndpointFacts.Build(o).Parent["server"]);
        o.Challenges = [];
        Assert.Equal("EX01", EndpointFacts.Build(o).Parent["server"]);
        foreach (HttpExchange exchange in o.Exchanges)
            exchange.Headers = [];
        Assert.Equal("EX01.contoso.com", EndpointFacts.Build(o).Parent["server"]);
    }

    private static (object? Kind, object? Stage) Ended(EndpointObservation o)
    {
        FactItem item = Assert.Single(EndpointFacts.Build(o).Items("callOutcomes"));
        return (item["kind"], item["stage"]);
    }

    private static EndpointObservation NoAddress() => new()
    {
        Host = "mail.contoso.com",
        Uri = "https://mail.contoso.com/EWS/mrsproxy.svc",
        StartedAt = Start,
        Dns = new DnsObservation { End = CallEnd.Failed, Error = "no such host" },
    };

    private static HttpHeaderObservation Cookie(string value) => new() { Name = "Set-Cookie", Value = value };

    private static IEnumerable<EndpointObservation> Inputs()
    {
        yield return Full();
        yield return NoAddress();
        yield return Healthy2019().Unconnected(CallEnd.Refused);
        yield return Healthy2010();
        yield return HybridAgent();
        yield return Healthy2019().Answering(302, "nginx", ("Location", "/owa/auth/logon.aspx"), ("Content-Type", "text/html"));
        EndpointObservation form = Healthy2019().Answering(200, "nginx", ("Content-Type", "text/html"));
        Exchange(form, ExchangePurpose.Get).Body = "<form><input type=\"password\">";
        yield return form;
        EndpointObservation basic = Healthy2019().WithLogon(401);
        Exchange(basic, ExchangePurpose.Post).AuthenticationSchemes = ["basic"];
        Exchange(basic, ExchangePurpose.ExpectBodyHeldBack).Status = 417;
        yield return basic;
    }

    private static EndpointObservation Full()
    {
        EndpointObservation o = Healthy2019().WithLogon(200);
        o.PinnedName = "lb.contoso.com";
        o.Configuration = FullDirectory();
        o.Dns.CanonicalName = "cas.contoso.com.";
        o.Logons[0].BodyHeldBack = TimeSpan.FromSeconds(5);
        o.Challenges[0].Anomalies = ["x"];
        HttpExchange get = Exchange(o, ExchangePurpose.Get);
        get.Realm = "mail.contoso.com";
        get.Anomalies = ["x"];
        (get.SawContinue, get.TimeToContinue) = (true, TimeSpan.FromMilliseconds(5));
        HttpExchange held = Exchange(o, ExchangePurpose.ExpectBodyHeldBack);
        (held.SawContinue, held.TimeToContinue) = (true, TimeSpan.FromMilliseconds(5));
        o.Tls.Versions[2].Detail = "a cipher";
        o.Autodiscover = [new AutodiscoverStep { Kind = "srv", Target = "_autodiscover._tcp.contoso.com", End = CallEnd.Succeeded, Status = 401, LeadsTo = "mail.contoso.com" }];
        o.Siblings =
        [
            new SiblingObservation
            {
                Route = EndpointRoute.Direct, Address = "192.168.4.11", Tcp = CallEnd.Succeeded, CertificateSha256 = "DD44", GetStatus = 401, PostStatus = 401, ExpectStatus = 401,
                LogonStatus = 200, AuthenticationSchemes = ["ntlm"], Server = "EX02",
            },
        ];
        return o;
    }

    private static VirtualDirectory FullDirectory() => new()
    {
        Identity = @"EX01\EWS (Default Web Site)",
        Server = "EX01",
        Version = "15.2.986.5",
        InternalUrl = "https://mail.contoso.com/EWS/Exchange.asmx",
        ExternalUrl = "https://mail.contoso.com/EWS/Exchange.asmx",
        InternalNlbBypassUrl = "https://ex01.contoso.com/EWS/Exchange.asmx",
        MrsProxyEnabled = true,
        MrsProxyMaxConnections = 100,
        WindowsAuthentication = true,
        BasicAuthentication = false,
        WsSecurityAuthentication = true,
        OAuthAuthentication = true,
        ExtendedProtection = "none",
    };

    private static IEnumerable<string> Unfilled(FactSource source, FactSet[] sets) => source.Collections.Append(source.Parent).SelectMany(table => table.Fields
        .Where(f => sets.SelectMany(s => s.Items(table == source.Parent ? "self" : table.Name)).All(i => i[f.Ordinal] is null)).Select(f => table.Name + "." + f.Name));

    private static bool Fits(FactField field, object value) => field.Type switch
    {
        FactType.Text => value is string text && (field.Values is not { Count: > 0 } set || set.Contains(text)),
        FactType.TextList => value is IReadOnlyList<string>,
        FactType.Number => value is double,
        FactType.Duration => value is TimeSpan,
        FactType.Time => value is DateTime { Kind: DateTimeKind.Utc },
        FactType.Boolean => value is bool,
        _ => value is Version,
    };
}
