using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// One call with credentials. The platform's own client makes it, over a connection whose certificate was validated in this very call.
internal sealed class LogonCall(EndpointProbeOptions options, ProbePlace place, NetworkCredential credential)
{
    private const int MaxBodyBytes = 65536;

    public Task<LogonObservation> GetAsync(CancellationToken cancellationToken) =>
        RunAsync("get", HttpMethod.Get, content: null, options.StageTimeout, cancellationToken);

    /// <summary>A POST with <c>Expect</c>, whose body waits as long as a balancer must bear it.</summary>
    public async Task<LogonObservation> ExpectPostAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using HeldBackContent content = new(MrsProxyRequests.Envelope, "application/soap+xml; charset=utf-8", options.BodyDelay, stop.Token);
        // NTLM takes three legs, and each may ask for the body.
        TimeSpan limit = TimeSpan.FromTicks(3 * options.BodyDelay.Ticks) + options.StageTimeout;
        LogonObservation observation = await RunAsync("expectPost", HttpMethod.Post, content, limit, cancellationToken).ConfigureAwait(false);
        stop.Cancel();
        observation.SentBody = content.WasSent;
        observation.BodyHeldBack = content.HeldBack;
        return observation;
    }

    private async Task<LogonObservation> RunAsync(
        string kind, HttpMethod method, HttpContent? content, TimeSpan limit, CancellationToken cancellationToken)
    {
        options.Log?.Invoke($"Logon ({kind}, {options.Authentication}): {method} https://{place.Host}{place.Path} at {place}");
        LogonObservation observation = new()
        {
            Kind = kind,
            Scheme = options.Authentication,
            AccountForm = Account.Form(credential),
            StartedAt = DateTime.UtcNow,
            WasAsked = true,
        };
        Stopwatch clock = Stopwatch.StartNew();
        using HttpClientHandler handler = CreateHandler();
        using HttpClient client = new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            using HttpRequestMessage request = CreateRequest(method, content);
            await TimeLimit.RunAsync(() => SendAsync(client, request, observation, cancellationToken), limit, client, cancellationToken)
                .ConfigureAwait(false);
            observation.End = CallEnd.Succeeded;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            CallFailure failure = CallFailure.From(e, limit);
            observation.End = failure.End;
            observation.Error = failure.Error;
        }
        cancellationToken.ThrowIfCancellationRequested();
        observation.Duration = clock.Elapsed;
        return observation;
    }

    private HttpRequestMessage CreateRequest(HttpMethod method, HttpContent? content)
    {
        HttpRequestMessage request = new(method, place.PinnedUri(place.Path)) { Content = content };
        request.Headers.Host = place.Request(ExchangePurpose.Get, "GET", place.Path).HostHeader;
        request.Headers.TryAddWithoutValidation("User-Agent", RequestBytes.UserAgent);
        request.Headers.ExpectContinue = content is not null;
        return request;
    }

    // Exactly one scheme stands in the cache: Kerberos from inside could pass where Exchange Online's NTLM fails (J15).
    private HttpClientHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PreAuthenticate = false,
        UseDefaultCredentials = false,
        Credentials = new CredentialCache { { place.PinnedUri("/"), options.Authentication, Account.Split(credential) } },
        ServerCertificateCustomValidationCallback = Validate,
    };

    // A callback of the session that accepts everything does not count: this one is asked instead, for each new connection.
    private bool Validate(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        try
        {
            return certificate is not null && PeerCertificate.Read(certificate, chain, errors, place.Host).IsValid;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static async Task<bool> SendAsync(
        HttpClient client, HttpRequestMessage request, LogonObservation observation, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        observation.Status = (int)response.StatusCode;
        observation.Headers = [.. Fields(response)];
        string? type = response.Content.Headers.TryGetValues("Content-Type", out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
        observation.Body = AnswerText.Body(await ReadAsync(response, cancellationToken).ConfigureAwait(false), type);
        return true;
    }

    private static IEnumerable<HttpHeaderObservation> Fields(HttpResponseMessage response)
    {
        foreach (KeyValuePair<string, IEnumerable<string>> field in response.Headers.Concat(response.Content.Headers))
        {
            foreach (string value in field.Value)
                yield return AnswerText.Header(field.Key, value);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        byte[] buffer = new byte[MaxBodyBytes];
        int length = 0;
        while (length < buffer.Length)
        {
            int count = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false);
            if (count == 0)
                break;
            length += count;
        }
        Array.Resize(ref buffer, length);
        return buffer;
    }
}
