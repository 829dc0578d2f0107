using MrsDiag.Facts;

namespace MrsDiag.Configuration;

/// <summary>The fact table of source <c>configuration</c>: the one list that packs, schema, help and evaluator share.</summary>
public static class ConfigurationTable
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "configuration";

    /// <summary>The parent item.</summary>
    public static FactCollection Parent { get; } = new("server", "The Exchange server whose settings are judged.", isTimed: false,
        new FactField("name", FactType.Text, "Its short name."),
        new FactField("version", FactType.Version, "Its build."),
        new FactField("major", FactType.Number, "Major version of it: 14 is Exchange 2010, 15 is 2013 and later."));

    /// <summary>The virtual directories. What was not given, or cannot be known from what was given, is missing (J17).</summary>
    public static FactCollection VirtualDirectories { get; } = new("virtualDirectories", "One EWS virtual directory, as Get-WebServicesVirtualDirectory shows it.", isTimed: false,
        new FactField("identity", FactType.Text, @"Identity, for example EX01\EWS (Default Web Site)."),
        new FactField("internalUrl", FactType.Text, "InternalUrl."),
        new FactField("externalUrl", FactType.Text, "ExternalUrl; missing where it is empty."),
        new FactField("hasExternalUrl", FactType.Boolean, "Whether ExternalUrl is set."),
        new FactField("externalScheme", FactType.Text, "Scheme of ExternalUrl."),
        new FactField("externalHost", FactType.Text, "Host of ExternalUrl."),
        new FactField("externalLooksPublic", FactType.Boolean, "Whether that host can be a public name: with a dot, no private address, no ending that is internal by convention."),
        new FactField("nlbBypassUrl", FactType.Text, "InternalNLBBypassUrl; missing where it is empty."),
        new FactField("mrsProxyEnabled", FactType.Boolean, "MRSProxyEnabled."),
        new FactField("maxConnections", FactType.Number, "MRSProxyMaxConnections of Exchange 2010."),
        new FactField("windowsAuthentication", FactType.Boolean, "WindowsAuthentication; missing where only the directory was read."),
        new FactField("basicAuthentication", FactType.Boolean, "BasicAuthentication, likewise."),
        new FactField("wsSecurityAuthentication", FactType.Boolean, "WSSecurityAuthentication, likewise."),
        new FactField("oAuthAuthentication", FactType.Boolean, "OAuthAuthentication, likewise."),
        new FactField("extendedProtection", FactType.Text, "ExtendedProtectionTokenChecking; missing where only the directory was read.", ["None", "Allow", "Require"]),
        new FactField("adPropertiesOnly", FactType.Boolean, "Whether it was read with -ADPropertiesOnly, so that what lives in IIS is unknown."),
        new FactField("enabledElsewhere", FactType.TextList, "Other servers of the same name with MRS Proxy enabled."),
        new FactField("disabledElsewhere", FactType.TextList, "Other servers of the same name with MRS Proxy disabled."),
        new FactField("splitAcrossServers", FactType.Boolean, "Whether MRS Proxy is enabled on some servers of the name and disabled on others."));

    /// <summary>The source.</summary>
    public static FactSource Source { get; } = new(SourceName, "Settings of an Exchange server, as its cmdlets show them.", Parent, VirtualDirectories)
    {
        Complete = ConfigurationFacts.Complete,
    };
}
