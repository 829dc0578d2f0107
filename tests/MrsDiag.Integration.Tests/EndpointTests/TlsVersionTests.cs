using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>Which TLS versions a server speaks: the probe's own hellos against openssl's.</summary>
public sealed class TlsVersionTests
{
    private static readonly (string Name, string Argument)[] Versions =
        [("TLS 1.0", "-tls1"), ("TLS 1.1", "-tls1_1"), ("TLS 1.2", "-tls1_2"), ("TLS 1.3", "-tls1_3")];

    [PeerTheory("openssl")]
    [InlineData("Tls10", "MRS1010")]
    [InlineData("Tls11", "MRS1010")]
    [InlineData("Tls12", null)]
    [InlineData("Tls13", null)]
    [InlineData("All", null)]
    public async Task The_versions_found_are_those_that_openssl_finds(string spoken, string? cause)
    {
        using OpenSslServer server = new(Probe.Good, Enum.Parse<TlsVersions>(spoken));
        string[] expected = await AskOpenSslAsync(server);
        // s_server answers GET only, one connection at a time: its silence to the rest is cut short.
        EndpointProbeOptions options = Probe.Options with { StageTimeout = TimeSpan.FromSeconds(4), Timeout = TimeSpan.FromSeconds(5) };
        EndpointResult result = await Probe.OneAsync(options, Probe.Direct(server.EndPoint));
        TlsVersionObservation[] seen = result.Observation.Tls.Versions;
        Assert.True(expected.SequenceEqual(seen.Where(v => v.Answer == "accepted").Select(v => v.Version)),
            $"openssl: {string.Join(' ', expected)}\n{result.Tell()}\n{string.Join('\n', seen.Select(v => $"{v.Version} {v.Answer} {v.Detail}"))}");
        Assert.All(seen.Where(v => v.Answer != "accepted"), v => Assert.True(v.Answer is "refused" or "closed", $"{v.Version} {v.Answer} {v.Detail}"));
        if (cause is not null)
            Assert.Equal(Confidence.High, result.Finding(cause).Confidence);
        else
            Assert.False(result.Has("MRS1010"), result.Tell());
        Assert.Equal(expected.Any(v => v is "TLS 1.0" or "TLS 1.1") && cause is null, result.Has("MRS1011"));
        if (result.Observation.Tls.End == CallEnd.Succeeded)
            Assert.Equal(expected[^1], result.Observation.Tls.NegotiatedVersion);
    }

    [PeerTheory("openssl", "apache2")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cipher_and_version_agreed_on_are_the_ones_of_openssl(bool withRsa)
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { Certificate = withRsa ? CertificateAuthority.Trusted.Issue(Probe.Host) : Probe.Good });
        EndpointResult result = await Probe.OneAsync(server.EndPoint);
        (_, string output) = await Witness.RunAsync("openssl", "s_client", "-connect", server.EndPoint.ToString(), "-servername", Probe.Host);
        Assert.Contains("New, TLSv" + result.Observation.Tls.NegotiatedVersion.Replace("TLS ", "", StringComparison.Ordinal), output, StringComparison.Ordinal);
        Assert.Contains("Cipher is " + result.Observation.Tls.Cipher, output, StringComparison.Ordinal);
        string[] accepted = [.. result.Observation.Tls.Versions.Where(v => v.Answer == "accepted").Select(v => v.Version)];
        Assert.Equal(["TLS 1.2", "TLS 1.3"], accepted);
    }

    private static async Task<string[]> AskOpenSslAsync(OpenSslServer server)
    {
        List<string> accepted = [];
        foreach ((string name, string argument) in Versions)
        {
            string[] ciphers = argument == "-tls1_3" ? [] : ["-cipher", "ALL:@SECLEVEL=0"];
            (_, string output) = await Witness.RunAsync("openssl", ["s_client", "-connect", server.EndPoint.ToString(), "-servername", Probe.Host, argument, .. ciphers]);
            if (output.Contains("Cipher is ", StringComparison.Ordinal) && !output.Contains("Cipher is (NONE)", StringComparison.Ordinal))
                accepted.Add(name);
        }

        Assert.NotEmpty(accepted);
        return [.. accepted];
    }
}
