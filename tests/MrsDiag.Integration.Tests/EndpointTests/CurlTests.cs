using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>What the probe writes down of HTTP, against what curl -v shows of the same request.</summary>
public sealed partial class CurlTests
{
    // Different in every answer.
    private static readonly string[] Changing = ["date", "request-id", "connection", "keep-alive"];

    [PeerTheory("apache2", "curl")]
    [InlineData(nameof(ExchangePurpose.Get))]
    [InlineData(nameof(ExchangePurpose.Post))]
    [InlineData(nameof(ExchangePurpose.ExpectBodyAtOnce))]
    [InlineData(nameof(ExchangePurpose.ExpectWsSecurity))]
    [InlineData(nameof(ExchangePurpose.HealthCheck))]
    public async Task Status_headers_and_interim_answers_are_those_of_curl(string purpose)
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { Certificate = Probe.Good });
        HttpExchange seen = (await Probe.OneAsync(server.EndPoint)).Exchange(Enum.Parse<ExchangePurpose>(purpose));
        await AssertAgreesAsync(seen, server.EndPoint);
    }

    [PeerTheory("haproxy", "curl")]
    [InlineData(HaProxyRules.RedirectToCookieAuth)]
    [InlineData(HaProxyRules.ForbiddenPage)]
    [InlineData(HaProxyRules.ExpectationFailed)]
    public async Task A_device_s_answer_is_the_one_that_curl_gets(string rule)
    {
        using HaProxyInFront device = new(new HaProxyOptions { Certificate = Probe.Good, Frontend = [rule] });
        EndpointResult result = await Probe.OneAsync(Probe.Options, Probe.Via(device.EndPoint));
        await AssertAgreesAsync(result.Exchange(ExchangePurpose.Get), device.EndPoint);
        await AssertAgreesAsync(result.Exchange(ExchangePurpose.ExpectBodyHeldBack), device.EndPoint);
    }

    [PeerFact("curl")]
    public async Task A_100_that_curl_sees_is_seen()
    {
        using RawServer server = new(Answers.ContinueAfter(TimeSpan.Zero), Probe.Good);
        HttpExchange seen = (await Probe.OneAsync(server.EndPoint)).Exchange(ExchangePurpose.ExpectBodyHeldBack);
        Assert.True(seen.SawContinue);
        await AssertAgreesAsync(seen, server.EndPoint);
    }

    private static async Task AssertAgreesAsync(HttpExchange seen, IPEndPoint server)
    {
        Assert.Equal(CallEnd.Succeeded, seen.End);
        string url = string.Create(CultureInfo.InvariantCulture, $"https://{Probe.Host}:{server.Port}{seen.Path}");
        string[] post = seen.Method == "POST" ? ["--data", "<s:Envelope/>", "-H", seen.SentExpect ? "Expect: 100-continue" : "Expect:"] : [];
        (int exit, string output) = await Witness.RunAsync("curl",
        [
            "-sv", "--http1.1", "--max-time", "30", "--resolve", $"{Probe.Host}:{server.Port}:{server.Address}", "-H", "Content-Type: application/soap+xml; charset=utf-8",
            "-H", "Connection: close", .. post, url,
        ]);
        Assert.True(exit == 0, output);
        string[] statuses = [.. StatusLine().Matches(output).Select(m => m.Groups[1].Value)];
        Assert.Equal(statuses[^1], seen.Status?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(statuses.SkipLast(1).Contains("100"), seen.SawContinue);
        string final = output[StatusLine().Matches(output)[^1].Index..];
        Assert.Equal(Sort(Header().Matches(final).Select(m => (m.Groups[1].Value, m.Groups[2].Value))), Sort(seen.Headers.Select(h => (h.Name, h.Value))));
    }

    private static IEnumerable<string> Sort(IEnumerable<(string Name, string Value)> headers) =>
        headers.Where(h => !Changing.Contains(h.Name.ToLowerInvariant())).Select(h => $"{h.Name}: {h.Value}").Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^< HTTP/1\.[01] (\d{3})", RegexOptions.Multiline)]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"^< ([A-Za-z0-9-]+): (.*?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Header();
}
