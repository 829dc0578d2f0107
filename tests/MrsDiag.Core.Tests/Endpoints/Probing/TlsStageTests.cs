using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using MrsDiag.Core.Tests.Endpoints.Probing.Support;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Probing;

#pragma warning disable SYSLIB0014, CA5359 // The session-wide callback that a test sets is the one that must not count.
public class TlsStageTests
{
    [SkippableFact]
    public async Task An_untrusted_certificate_is_recorded_and_the_exchanges_go_on()
    {
        TestCertificates.SkipWithoutThem();
        using X509Certificate2 certificate = TestCertificates.Server("mail.contoso.com");
        using RawServer server = RawServer.StartTls(certificate, connection => RawServer.AnswerAsync(connection, Answers.Unauthorized));
        EndpointObservation observation = await ProbeBench.OneAsync(server.Port, "https");
        TlsObservation tls = observation.Tls;
        Assert.Equal((CallEnd.Succeeded, ""), (tls.End, tls.Error));
        Assert.Equal((false, true, false), (tls.IsTrusted, tls.NameMatches, tls.IntermediateMissing));
        Assert.NotEmpty(tls.ChainErrors);
        Assert.Matches(@"^TLS 1\.[23]$", tls.NegotiatedVersion);
        Assert.NotEmpty(tls.Cipher);
        CertificateObservation leaf = Assert.Single(tls.Certificates);
        Assert.Equal((certificate.Thumbprint, "CN=mail.contoso.com", true), (leaf.Thumbprint, leaf.Subject, leaf.IsSelfSigned));
        Assert.Equal(["mail.contoso.com"], leaf.Names);
        Assert.Equal(64, leaf.Sha256.Length);
        Assert.All(observation.Exchanges, exchange => Assert.Equal(401, exchange.Status));
    }

    [SkippableFact]
    public async Task No_credential_is_sent_where_the_certificate_is_not_trusted()
    {
        TestCertificates.SkipWithoutThem();
        using X509Certificate2 certificate = TestCertificates.Server("mail.contoso.com");
        using RawServer server = RawServer.StartTls(certificate, connection => RawServer.AnswerAsync(connection, Answers.Unauthorized));
        RemoteCertificateValidationCallback? before = ServicePointManager.ServerCertificateValidationCallback;
        try
        {
            // As many scripts set it; it must not count.
            ServicePointManager.ServerCertificateValidationCallback = (_, _, _, _) => true;
            EndpointProbeOptions options = ProbeBench.Quick with { Credential = new NetworkCredential("adele", "Sesame!", "CONTOSO"), Authentication = "Basic", Force = true };
            EndpointObservation observation = await ProbeBench.OneAsync(server.Port, "https", options);
            Assert.Equal("tlsNotTrusted", ProbeBench.Reason(observation, EndpointStage.Logon));
            Assert.Empty(observation.Logons);
            // Even where something asks for the call all the same, the connection itself refuses.
            ProbePlace place = new(IPAddress.Loopback, ProbeBench.Host, server.Port, true, EndpointTarget.DefaultPath);
            using LogonCall call = new(options, place, options.Credential!);
            Assert.Null((await call.GetAsync(default)).Status);
        }
        finally
        {
            ServicePointManager.ServerCertificateValidationCallback = before;
        }
        Assert.DoesNotContain(server.Heads, head => head.Contains("\r\nAuthorization: Basic", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_port_that_speaks_plain_HTTP_is_no_TLS()
    {
        using RawServer server = RawServer.Start(connection => connection.SendAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
        TlsObservation tls = (await ProbeBench.OneAsync(server.Port, "https")).Tls;
        Assert.NotEqual(CallEnd.Succeeded, tls.End);
        Assert.NotEmpty(tls.Error);
        Assert.All(tls.Versions, version => Assert.Equal("notTls", version.Answer));
        Assert.Null(tls.IsTrusted);
    }

    [Fact]
    public async Task A_hello_asks_for_the_name_and_one_version()
    {
        List<string> hellos = [];
        using RawServer server = RawServer.Start(async connection =>
        {
            string hello = await connection.ReadSomeAsync(TimeSpan.FromSeconds(10));
            lock (hellos)
                hellos.Add(hello);
            await connection.SendAsync([21, 3, 1, 0, 2, 2, 70]);
        });
        TlsObservation tls = (await ProbeBench.OneAsync(server.Port, "https")).Tls;
        Assert.All(tls.Versions, version => Assert.Equal(("refused", "protocol_version"), (version.Answer, version.Detail)));
        // The platform's own, and one each; SSL 3.0 has no names.
        Assert.Equal(6, hellos.Count);
        Assert.Equal(5, hellos.Count(hello => hello.Contains("mail.contoso.com", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public void What_was_not_sent_but_is_needed_is_missing()
    {
        TestCertificates.SkipWithoutThem();
        using X509Certificate2 root = TestCertificates.Authority("Root");
        using X509Certificate2 middle = TestCertificates.Authority("Middle", root);
        using X509Certificate2 leaf = TestCertificates.Server("mail.contoso.com", middle);
        using X509Certificate2 direct = TestCertificates.Server("mail.contoso.com", root);
        using X509Certificate2 published = TestCertificates.Server("mail.contoso.com", middle, isPublic: true);
        Assert.False(IsMissing([leaf, middle], root, middle));
        Assert.True(IsMissing([leaf], root, middle));
        Assert.False(IsMissing([direct], root));
        Assert.False(IsMissing([root], root));
        // The chain ends in the open: a root or an intermediate, nobody can tell...
        Assert.Null(IsMissing([leaf]));
        // ... but public authorities issue nothing from their roots.
        Assert.True(IsMissing([published]));
    }

    private static bool? IsMissing(X509Certificate2[] sent, params X509Certificate2[] known)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        chain.ChainPolicy.ExtraStore.AddRange(known);
        chain.Build(sent[0]);
        return ChainReading.IsIntermediateMissing(sent, chain);
    }
}
