using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using MrsDiag.MoveReports;

namespace MrsDiag.Configuration;

/// <summary>Turns settings into facts.</summary>
public static class ConfigurationFacts
{
    private static readonly string[] ExtendedProtectionValues = ["None", "Allow", "Require"];
    private static readonly string[] InternalEndings = [".local", ".lan", ".internal", ".intern", ".corp", ".home", ".test", ".localdomain", ".arpa"];

    /// <summary>The facts of one virtual directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <returns>The facts; their subject is the server.</returns>
    public static FactSet Build(VirtualDirectory directory)
    {
        FactSet facts = new(ConfigurationTable.Source, Subject(directory));
        facts.Parent.Put("name", directory.Server);
        facts.Parent.Put("version", Version.TryParse(directory.Version, out Version? version) ? version : null);
        facts.Parent.Put("major", (double?)version?.Major);
        FactItem item = facts.Add(ConfigurationTable.VirtualDirectories);
        item.Server = directory.Server.Length > 0 ? directory.Server : null;
        item.Text = directory.Identity.Length > 0 ? directory.Identity : Subject(directory);
        Fill(item, directory);
        return facts;
    }

    /// <summary>Fills derived fields of a hand-written fact set where they are missing.</summary>
    /// <param name="facts">The set.</param>
    public static void Complete(FactSet facts)
    {
        if (facts.Parent["version"] is Version version)
            facts.Parent.Put("major", (double)version.Major);
        foreach (FactItem item in facts.Items(ConfigurationTable.VirtualDirectories.Name))
        {
            if (item.Text.Length == 0)
                item.Text = item.Text("identity");
            item.Server ??= facts.Parent["name"] as string;
            Derive(item);
        }
    }

    /// <summary>Extended Protection in the words of the closed list; <see langword="null"/> where it is not known.</summary>
    internal static string? ExtendedProtection(VirtualDirectory directory) =>
        directory.AdPropertiesOnly ? null : ExtendedProtection(directory.ExtendedProtection);

    /// <summary>The same of a text.</summary>
    internal static string? ExtendedProtection(string text) =>
        ExtendedProtectionValues.FirstOrDefault(v => string.Equals(v, text, StringComparison.OrdinalIgnoreCase));

    private static string Subject(VirtualDirectory directory) =>
        directory.Server.Length > 0 ? directory.Server : directory.Identity.Length > 0 ? directory.Identity : "virtual directory";

    private static void Fill(FactItem item, VirtualDirectory directory)
    {
        item.Put("identity", directory.Identity);
        item.Put("internalUrl", directory.InternalUrl);
        item.Put("externalUrl", directory.ExternalUrl.Trim());
        item.Put("hasExternalUrl", directory.ExternalUrl.Trim().Length > 0);
        item.Put("nlbBypassUrl", directory.InternalNlbBypassUrl);
        item.Put("mrsProxyEnabled", directory.MrsProxyEnabled);
        item.Put("maxConnections", (double?)directory.MrsProxyMaxConnections);
        item.Put("adPropertiesOnly", directory.AdPropertiesOnly);
        item.Put("extendedProtection", ExtendedProtection(directory));
        // What lives in IIS is not in the directory: a null, or a false made of a null, says nothing (J17).
        if (!directory.AdPropertiesOnly)
        {
            item.Put("windowsAuthentication", directory.WindowsAuthentication);
            item.Put("basicAuthentication", directory.BasicAuthentication);
            item.Put("wsSecurityAuthentication", directory.WsSecurityAuthentication);
            item.Put("oAuthAuthentication", directory.OAuthAuthentication);
        }
        item.Put("enabledElsewhere", directory.EnabledElsewhere);
        item.Put("disabledElsewhere", directory.DisabledElsewhere);
        Derive(item);
    }

    private static void Derive(FactItem item)
    {
        if (Uri.TryCreate(item.Text("externalUrl"), UriKind.Absolute, out Uri? uri))
        {
            item.Put("externalScheme", uri.Scheme);
            item.Put("externalHost", uri.Host);
            if (uri.Host.Length > 0)
                item.Put("externalLooksPublic", LooksPublic(uri.Host));
        }
        if (item["mrsProxyEnabled"] is bool enabled)
            item.Put("splitAcrossServers", Any(item, enabled ? "disabledElsewhere" : "enabledElsewhere"));
    }

    private static bool Any(FactItem item, string field) => item[field] is IReadOnlyList<string> { Count: > 0 };

    private static bool LooksPublic(string host)
    {
        host = host.Trim('[', ']');
        return IPAddress.TryParse(host, out _)
            ? !PrivateRanges.Contain(host)
            : host.IndexOf('.') > 0 && !InternalEndings.Any(e => host.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }
}
