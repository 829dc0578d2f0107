using System;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;
using MrsDiag.Text;

namespace MrsDiag.Configuration;

/// <summary>
/// Reads what Get-WebServicesVirtualDirectory gives, live, deserialized, from CLIXML, or a selection of its properties
/// (research endpoint-logs.md 1.2).
/// </summary>
internal static class VirtualDirectoryReader
{
    // What lives in IIS. Get-WebServicesVirtualDirectory documents -ADPropertiesOnly as leaving out what the metabase holds.
    private static readonly string[] IisProperties =
        ["BasicAuthentication", "WindowsAuthentication", "DigestAuthentication", "ExtendedProtectionTokenChecking", "Path"];

    /// <summary>Whether the object is the EWS directory of a server, or enough of one.</summary>
    public static bool IsOne(IObjectView view) =>
        view.IsOfType("ADWebServicesVirtualDirectory") || view.Has("MRSProxyEnabled") || view.Has("InternalNLBBypassUrl")
        || ((view.Has("ExternalUrl") || view.Has("InternalUrl")) && (view.Has("Server") || view.Has("Identity") || view.Has("Name")));

    /// <summary>Whether it is a directory of another service: all of them have the same URL properties.</summary>
    public static bool IsOtherService(IObjectView view, out string name)
    {
        name = Identity(view);
        if (view.IsOfType("ADWebServicesVirtualDirectory") || view.Has("MRSProxyEnabled"))
            return false;
        bool isOtherType = view.TypeNames.Count > 0 && view.TypeNames[0].EndsWith("VirtualDirectory", StringComparison.Ordinal);
        string directory = name.Substring(name.IndexOf('\\') + 1);
        bool isOtherName = directory.IndexOf('(') > 0 && !directory.StartsWith("EWS", StringComparison.OrdinalIgnoreCase);
        return isOtherType || isOtherName;
    }

    /// <summary>Whether it is a directory of the back end, which no client calls.</summary>
    public static bool IsBackEnd(IObjectView view) =>
        (Identity(view) + ShownName.Of(view.GetText("Name")) + ShownName.Of(view.Text ?? "")).IndexOf("(Exchange Back End)", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Its identity, as messages show it.</summary>
    public static string Identity(IObjectView view)
    {
        string identity = ShownName.Of(view.GetText("Identity"));
        if (identity.Length > 0 && identity.IndexOf('/') < 0)
            return identity;
        string name = ShownName.Of(view.GetText("Name"));
        string server = ServerNames.Short(view);
        if (name.Length == 0 && view.Text is { } text && text.IndexOf('\\') > 0)
            return ShownName.Of(text);
        return (server, name) switch
        {
            ("", "") => "",
            ("", _) => name,
            (_, "") => server + "\\EWS",
            _ => server + "\\" + name,
        };
    }

    /// <summary>Reads it.</summary>
    /// <param name="view">An object of this shape.</param>
    /// <returns>What it says; what it does not say stays empty or <see langword="null"/>.</returns>
    public static VirtualDirectory Read(IObjectView view)
    {
        string server = ServerNames.Short(view);
        return new VirtualDirectory
        {
            Identity = Identity(view),
            Server = server,
            ServerFqdn = ServerNames.FullyQualified(view, server),
            Version = view.GetVersion("AdminDisplayVersion")?.ToString() ?? "",
            InternalUrl = UrlValues.Get(view, "InternalUrl"),
            ExternalUrl = UrlValues.Get(view, "ExternalUrl"),
            InternalNlbBypassUrl = UrlValues.Get(view, "InternalNLBBypassUrl"),
            MrsProxyEnabled = view.GetBoolean("MRSProxyEnabled"),
            MrsProxyMaxConnections = view.GetInteger("MRSProxyMaxConnections") is >= 0 and <= int.MaxValue and var most ? (int)most : null,
            WindowsAuthentication = view.GetBoolean("WindowsAuthentication"),
            BasicAuthentication = view.GetBoolean("BasicAuthentication"),
            WsSecurityAuthentication = view.GetBoolean("WSSecurityAuthentication"),
            OAuthAuthentication = view.GetBoolean("OAuthAuthentication"),
            ExtendedProtection = TokenChecking(view.GetText("ExtendedProtectionTokenChecking").Trim()),
            AdPropertiesOnly = HasNothingOfIis(view),
        };
    }

    // IIS numbers the three values of tokenChecking so; some serializers give an enum as its number.
    private static string TokenChecking(string value) => value switch
    {
        "0" => "None",
        "1" => "Allow",
        "2" => "Require",
        _ => value,
    };

    // All that is there is null: a selection that left them out has none of them at all, and says nothing about -ADPropertiesOnly.
    private static bool HasNothingOfIis(IObjectView view)
    {
        bool any = false;
        foreach (string name in IisProperties)
        {
            if (!view.TryGet(name, out object? value))
                continue;
            if (value is not null && ObjectValues.ToText(value).Length > 0)
                return false;
            any = true;
        }
        return any;
    }
}
