using System.Collections.Generic;
using System.Net;

namespace MrsDiag.Endpoints;

/// <summary>Reads a server or device to pin: an IP address or a name, nothing else, since port and path are those of the endpoint.</summary>
internal static class PinnedText
{
    private const string Code = "AddressInvalid";

    /// <summary>Reads several.</summary>
    /// <exception cref="EndpointInputException">One of them is neither an address nor a name.</exception>
    public static IReadOnlyList<PinnedServer> ParseAll(IReadOnlyList<string> texts)
    {
        List<PinnedServer> servers = [];
        foreach (string text in texts)
            servers.Add(new PinnedServer(Parse(text)));
        return servers;
    }

    private static string Parse(string text)
    {
        string clean = PastedText.Clean(text ?? "");
        if (clean.Length is 0 or > PastedText.MaxLength)
            throw new EndpointInputException(Code, "A server is given by its IP address or its name; this one is empty or far too long.");
        // A link-local address with its zone is a way to a server from here, though it is no endpoint.
        if (clean.IndexOf('%') > 0 && IPAddress.TryParse(clean, out IPAddress? local) && local.IsIPv6LinkLocal)
            return local.ToString();
        if (EndpointHost.TryRead(clean, out string host, out string problem))
            return host;
        bool isMore = clean.IndexOf('/') >= 0 || (clean.IndexOf(':') > 0 && clean.IndexOf(':') == clean.LastIndexOf(':'));
        throw new EndpointInputException(
            Code,
            isMore
                ? $"'{PastedText.Show(clean)}' is more than a server: give its IP address or its name alone. Port and path are those of the endpoint."
                : $"'{PastedText.Show(clean)}' is neither an IP address nor the name of a server: {problem}.");
    }
}
