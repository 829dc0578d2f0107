using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>HttpClient as a witness: any name leads to one peer, from a chosen source address, while SNI and Host stay the name.</summary>
internal static class BenchClient
{
    /// <param name="peer">Where all connections go, whatever the URL's host and port.</param>
    /// <param name="scheme">Negotiate, NTLM or Basic for the credential; null: no logon.</param>
    /// <param name="credential">The account.</param>
    /// <param name="source">The source address; null: the system's choice.</param>
    public static HttpClient Create(IPEndPoint peer, string? scheme = null, NetworkCredential? credential = null, IPAddress? source = null)
    {
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = async (_, cancel) =>
            {
                Socket socket = new(peer.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    if (source is not null) socket.Bind(new IPEndPoint(source, 0));
                    await socket.ConnectAsync(peer, cancel);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
        if (scheme is not null) handler.Credentials = Cache(scheme, credential!);
        HttpClient client = new(handler) { Timeout = TimeSpan.FromSeconds(30) };
        // Without the header the handler would look up the URL's host for the service principal name.
        if (scheme is not null) client.DefaultRequestHeaders.Host = "mail.contoso.com";
        return client;
    }

    /// <summary>Sends a type 1 to mrsproxy.svc and gives the computer name of the type 2.</summary>
    public static async Task<string> AskComputerNameAsync(this HttpClient client, string url = "http://mail.contoso.com/EWS/mrsproxy.svc")
    {
        using HttpRequestMessage request = new(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Authorization", "NTLM " + NtlmToken.Type1);
        using HttpResponseMessage response = await client.SendAsync(request);
        string challenge = response.Headers.GetValues("WWW-Authenticate").Single(h => h.StartsWith("NTLM ", StringComparison.Ordinal));
        return NtlmToken.Names(challenge["NTLM ".Length..]).Computer;
    }

    private static CredentialCache Cache(string scheme, NetworkCredential credential) => new()
    {
        { new Uri("http://mail.contoso.com/"), scheme, credential },
        { new Uri("https://mail.contoso.com/"), scheme, credential },
    };
}
