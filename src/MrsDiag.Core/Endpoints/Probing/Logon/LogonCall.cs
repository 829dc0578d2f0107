using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// Calls with credentials to one address. The platform's own client makes them, over connections whose certificate was validated here. The
// second call finds the connection that the first one logged on to, as a migration does; a server that does not remember asks again.
internal sealed class LogonCall : IDisposable
{
    private const int MaxBodyBytes = 65536;

    // Above 1 KB the platform does not send a body that an error has made needless.
    private static readonly byte[] Body = RequestBytes.Join(MrsProxyRequests.Envelope, [.. Enumerable.Repeat((byte)' ', 2048)]);

    private static readonly PropertyInfo? RequestError = typeof(HttpRequestException).GetProperty("HttpRequestError");

    private readonly EndpointProbeOptions _options;
    private readonly ProbePlace _place;
    private readonly NetworkCredential _credential;
    private readonly HttpClientHandler _handler;
    private readonly HttpClient _client;

    public LogonCall(EndpointProbeOptions options, ProbePlace place, NetworkCredential credential)
    {
        (_options, _place, _credential) = (options, place, credential);
        _handler = CreateHandler();
        _client = new HttpClient(_handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public Task<LogonObservation> GetAsync(CancellationToken cancellationToken) =>
        RunAsync("get", HttpMethod.Get, content: null, _options.StageTimeout, cancellationToken);

    /// <summary>A POST with <c>Expect</c>, whose body waits as long as a balancer must bear it.</summary>
    public async Task<LogonObservation> ExpectPostAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using HeldBackContent content = new(Body, "application/soap+xml; charset=utf-8", _options.BodyDelay, stop.Token);
        // NTLM takes three legs, and each may ask for the body.
        TimeSpan limit = TimeSpan.FromTicks(3 * _options.BodyDelay.Ticks) + _options.StageTimeout;
        LogonObservation observation = await RunAsync("expectPost", HttpMethod.Post, content, limit, cancellationToken).ConfigureAwait(false);
        stop.Cancel();
        observation.SentBody = content.WasSent;
        observation.BodyHeldBack = content.HeldBack;
        return observation;
    }

    private async Task<LogonObservation> RunAsync(
        string kind, HttpMethod method, HttpContent? content, TimeSpan limit, CancellationToken cancellationToken)
    {
        _options.Log?.Invoke($"Logon ({kind}, {_options.Authentication}): {method} https://{_place.Host}{_place.Path} at {_place}");
        LogonObservation observation = new()
        {
            Kind = kind,
            Scheme = _options.Authentication,
            AccountForm = Account.Form(_credential),
            StartedAt = DateTime.UtcNow,
            WasAsked = true,
        };
        Stopwatch clock = Stopwatch.StartNew();
        try
        {
            using HttpRequestMessage request = CreateRequest(method, content);
            await TimeLimit.RunAsync(() => SendAsync(request, observation, cancellationToken), limit, this, cancellationToken)
                .ConfigureAwait(false);
            observation.End = CallEnd.Succeeded;
        }
        catch (HttpRequestException e) when (LostItsConnection(e))
        {
            // Not a refusal: a server that ends the connection with its 401 leaves the platform nothing to log on to.
            observation.End = CallEnd.NotTried;
            observation.Error = "The server ended the connection with its 401, so the platform could not log on for this call. " + CallFailure.Text(e);
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

    // Told since .NET 8; elsewhere it is an error like others.
    private static bool LostItsConnection(HttpRequestException exception) =>
        RequestError?.GetValue(exception)?.ToString() == "UserAuthenticationError";

    private HttpRequestMessage CreateRequest(HttpMethod method, HttpContent? content)
    {
        HttpRequestMessage request = new(method, _place.PinnedUri(_place.Path)) { Content = content };
        request.Headers.Host = _place.Request(ExchangePurpose.Get, "GET", _place.Path).HostHeader;
        request.Headers.TryAddWithoutValidation("User-Agent", RequestBytes.UserAgent);
        request.Headers.ExpectContinue = content is not null;
        return request;
    }

    // Exactly one scheme stands in the cache: Kerberos from inside could pass where Exchange Online's NTLM fails (J15).
    private HttpClientHandler CreateHandler()
    {
        HttpClientHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PreAuthenticate = false,
            UseDefaultCredentials = false,
            Credentials = new CredentialCache { { _place.PinnedUri("/"), _options.Authentication, Account.Split(_credential) } },
            ServerCertificateCustomValidationCallback = Validate,
        };
        // There the versions would be those of the session, in Windows PowerShell often without TLS 1.2.
        if (RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal))
#pragma warning disable CA5397 // See there.
            handler.SslProtocols = TlsHandshake.WhereTheSystemHasNoSay;
#pragma warning restore CA5397
        return handler;
    }

    // A callback of the session that accepts everything does not count: this one is asked instead, for each new connection.
    private bool Validate(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        try
        {
            return certificate is not null && PeerCertificate.Read(certificate, chain, errors, _place.Host).IsValid;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private async Task<bool> SendAsync(HttpRequestMessage request, LogonObservation observation, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
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

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }
}
