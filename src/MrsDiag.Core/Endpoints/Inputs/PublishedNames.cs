using System;
using MrsDiag.Configuration;

namespace MrsDiag.Endpoints;

/// <summary>
/// What is probed for a virtual directory (J17): the name that it publishes, and behind that name the server itself, with SNI and Host
/// of the name.
/// </summary>
internal static class PublishedNames
{
    /// <summary>Makes the target of one virtual directory; those of one name are merged later.</summary>
    /// <exception cref="EndpointInputException">It names no server, or what it publishes is no URL.</exception>
    public static EndpointTarget TargetOf(VirtualDirectory directory)
    {
        if (directory.Server.Length == 0)
            throw new EndpointInputException(
                "NotAnEndpoint",
                "The virtual directory names no server. Keep Server or Identity, in the Exchange Management Shell: "
                + "Get-WebServicesVirtualDirectory -ADPropertiesOnly | Select-Object Server, Identity, ExternalUrl, InternalUrl, MRSProxyEnabled.");
        string server = directory.ServerFqdn.Length > 0 ? directory.ServerFqdn : directory.Server;
        string name = directory.Identity.Length > 0 ? directory.Identity : directory.Server;
        if (!EndpointHost.TryRead(server, out _, out string problem))
            throw new EndpointInputException(
                "NotAnEndpoint", $"The virtual directory {name} names a server that cannot be one ('{PastedText.Show(server)}'): {problem}.");
        (string url, string note) = (directory.ExternalUrl, directory.InternalUrl) switch
        {
            ({ Length: > 0 } external, _) => (external, ""),
            (_, { Length: > 0 } inner) => (inner, " (InternalUrl, since ExternalUrl is empty)"),
            _ => ("", " (the server's own name, since ExternalUrl and InternalUrl are empty)"),
        };
        return new EndpointTarget(url.Length > 0 ? Published(url, name) : EndpointText.Parse(server))
        {
            Origin = TargetOrigin.VirtualDirectory,
            OriginName = name + note,
            Direct = [new PinnedServer(server, directory)],
            // Nobody publishes that name: there is only the server to look at.
            ProbeName = url.Length > 0,
        };
    }

    // Exchange Online asks for https and for the fixed path, whatever the URL of EWS says beside its host.
    private static Uri Published(string url, string name)
    {
        try
        {
            Uri uri = EndpointText.Parse(url);
            bool hasOwnPort = uri.Scheme == Uri.UriSchemeHttps && !uri.IsDefaultPort;
            return EndpointText.Parse(uri.Host + (hasOwnPort ? FormattableString.Invariant($":{uri.Port}") : ""));
        }
        catch (EndpointInputException e)
        {
            throw new EndpointInputException(e.Code, $"The URL of the virtual directory {name} cannot be read. {e.Message}");
        }
    }
}
