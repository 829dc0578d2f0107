using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints;

/// <summary>A DNS server as a user writes it: <c>10.0.0.53</c>, <c>10.0.0.53:5353</c>, <c>[2001:db8::53]:5353</c>, <c>dc1.contoso.com</c>.</summary>
public static class DnsServerText
{
    private const int DefaultPort = 53;

    /// <summary>Reads one server. A name is looked up with the system's resolver.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Address and port.</returns>
    /// <exception cref="EndpointInputException">It is neither an address nor a name that can be found.</exception>
    public static async Task<IPEndPoint> ReadAsync(string text, CancellationToken cancellationToken)
    {
        (string host, int port) = Split(text.Trim()) ?? throw Invalid(text, "expected an address or a name, with an optional port");
        if (IPAddress.TryParse(host, out IPAddress? address))
            return new IPEndPoint(address, port);
        try
        {
            Task<IPAddress[]> lookup = Dns.GetHostAddressesAsync(host);
            TaskCompletionSource<bool> stopped = new();
            using (cancellationToken.Register(() => stopped.TrySetResult(true)))
                await Task.WhenAny(lookup, stopped.Task).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            IPAddress[] found = await lookup.ConfigureAwait(false);
            return found.Length > 0 ? new IPEndPoint(found.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork) ?? found[0], port) : throw Invalid(text, "the name has no address");
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw Invalid(text, "the name cannot be resolved: " + e.Message);
        }
    }

    private static (string Host, int Port)? Split(string text)
    {
        if (text.StartsWith("[", StringComparison.Ordinal))
        {
            int close = text.IndexOf(']');
            return close > 0 ? WithPort(text.Substring(1, close - 1), text.Substring(close + 1)) : null;
        }
        // More than one colon and no brackets: an IPv6 address alone.
        int colon = text.IndexOf(':');
        return colon < 0 || colon != text.LastIndexOf(':') ? WithPort(text, "") : WithPort(text.Substring(0, colon), text.Substring(colon));
    }

    private static (string Host, int Port)? WithPort(string host, string rest)
    {
        if (!IsHost(host))
            return null;
        if (rest.Length == 0)
            return (host, DefaultPort);
        bool isPort = ushort.TryParse(rest.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) && port > 0 && rest[0] == ':';
        return isPort ? (host, port) : null;
    }

    private static bool IsHost(string host) => Uri.CheckHostName(host) != UriHostNameType.Unknown;

    private static EndpointInputException Invalid(string text, string reason) =>
        new(EndpointInputException.DnsServerInvalid, $"'{text}' is no DNS server that can be asked: {reason}. Examples: 10.0.0.53, 10.0.0.53:5353, dc1.contoso.com.");
}
