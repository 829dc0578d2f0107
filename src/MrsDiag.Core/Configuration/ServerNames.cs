using System;
using System.Collections.Generic;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.Configuration;

/// <summary>
/// Which server a virtual directory is on (J17). <c>Server</c> is a short name; the full one has to be found elsewhere in the object,
/// and is left empty rather than guessed.
/// </summary>
internal static class ServerNames
{
    private static readonly string[] UrlProperties = ["InternalNLBBypassUrl", "InternalUrl", "ExternalUrl"];

    private const int MaxLength = 300;

    /// <summary>The short name; empty where the object names no server.</summary>
    public static string Short(IObjectView view)
    {
        string named = Named(view);
        if (named.Length == 0)
            named = BeforeBackslash(view.GetText("Identity"));
        if (named.Length == 0)
            named = BeforeBackslash(view.Text ?? "");
        if (named.Length == 0)
            named = MetabaseHost(view);
        if (named.Length == 0)
            named = FromDistinguishedName(view.GetText("DistinguishedName"));
        // Longer than any name: cut, and refused where it is used.
        return FirstLabel(named.Length > MaxLength ? named.Substring(0, MaxLength) : named);
    }

    /// <summary>The fully qualified name; empty where nothing in the object tells it.</summary>
    /// <param name="view">The virtual directory.</param>
    /// <param name="server">Its server's short name.</param>
    public static string FullyQualified(IObjectView view, string server)
    {
        if (server.Length == 0)
            return "";
        List<string> candidates = [Named(view), view.GetText("Fqdn", "ServerFqdn"), MetabaseHost(view)];
        foreach (string property in UrlProperties)
            candidates.Add(UrlValues.Host(UrlValues.Get(view, property)));
        candidates.Add(FromForest(view, server));
        return candidates.Find(name => IsFullNameOf(name, server))?.ToLowerInvariant() ?? "";
    }

    // A string, an object with Name, or the path of a directory object.
    private static string Named(IObjectView view)
    {
        string name = view.Get("Server") is IObjectView server ? server.GetText("Name", "Fqdn") : "";
        if (name.Length == 0)
            name = view.GetText("Server");
        return name.Substring(name.LastIndexOf('/') + 1).Trim();
    }

    private static string BeforeBackslash(string identity)
    {
        int backslash = identity.IndexOf('\\');
        return backslash > 0 ? identity.Substring(0, backslash).Trim() : "";
    }

    // IIS://EX01.contoso.com/W3SVC/1/ROOT/EWS
    private static string MetabaseHost(IObjectView view)
    {
        const string Prefix = "IIS://";
        string path = view.GetText("MetabasePath").Trim();
        if (!path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return "";
        int end = path.IndexOf('/', Prefix.Length);
        return end < 0 ? "" : path.Substring(Prefix.Length, end - Prefix.Length);
    }

    // CN=EWS (Default Web Site),CN=HTTP,CN=Protocols,CN=EX01,CN=Servers,...
    private static string FromDistinguishedName(string name)
    {
        int servers = name.IndexOf(",CN=Servers,", StringComparison.OrdinalIgnoreCase);
        int start = servers > 0 ? name.LastIndexOf(",CN=", servers - 1, StringComparison.OrdinalIgnoreCase) : -1;
        return start < 0 ? "" : name.Substring(start + 4, servers - start - 4);
    }

    // The name's end is the forest's root domain, that of OriginatingServer the domain of a controller. Only where both are the same
    // is it likely that the server is in that domain; in a forest of several domains each of them may be wrong.
    private static string FromForest(IObjectView view, string server)
    {
        string controller = view.GetText("OriginatingServer").Trim();
        int dot = controller.IndexOf('.');
        string domain = dot > 0 ? controller.Substring(dot + 1) : "";
        bool isSame = domain.Length > 0 && string.Equals(domain, Forest(view.GetText("DistinguishedName")), StringComparison.OrdinalIgnoreCase);
        return isSame ? server + "." + domain : "";
    }

    private static string Forest(string distinguishedName)
    {
        List<string> labels = [];
        foreach (string part in distinguishedName.Length > 4096 ? [] : distinguishedName.Split(','))
        {
            if (part.Trim().StartsWith("DC=", StringComparison.OrdinalIgnoreCase))
                labels.Add(part.Trim().Substring(3));
        }
        return string.Join(".", labels);
    }

    private static string FirstLabel(string name)
    {
        int dot = name.IndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }

    private static bool IsFullNameOf(string name, string server) =>
        name.Length > server.Length + 1 && name[server.Length] == '.' && name.StartsWith(server, StringComparison.OrdinalIgnoreCase)
        && Uri.CheckHostName(name) == UriHostNameType.Dns;
}
