using System;
using MrsDiag.Core.Tests.MoveReports;

namespace MrsDiag.Core.Tests.Configuration;

/// <summary>Objects with the properties that Get-WebServicesVirtualDirectory has in each version (research endpoint-logs.md 1.2).</summary>
internal static class SampleDirectories
{
    public const string Type = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ADWebServicesVirtualDirectory";

    /// <summary>A directory as Exchange 2016 and later give it.</summary>
    public static FakeView Modern(string server = "EX01", string? external = "https://mail.contoso.com/EWS/Exchange.asmx", bool enabled = true)
    {
        FakeView view = Common(server, external, enabled, "Version 15.2 (Build 1544.4)");
        view.Add("OAuthAuthentication", true);
        view.Add("AdfsAuthentication", false);
        view.Add("ExtendedProtectionTokenChecking", FakeView.Enum("Allow"));
        return view;
    }

    /// <summary>As Exchange 2013 gives it.</summary>
    public static FakeView Exchange2013(string server = "CAS13")
    {
        FakeView view = Common(server, "https://mail.contoso.com/EWS/Exchange.asmx", true, "Version 15.0 (Build 1497.2)");
        view.Add("OAuthAuthentication", true);
        view.Add("ExtendedProtectionTokenChecking", FakeView.Enum("None"));
        return view;
    }

    /// <summary>As Exchange 2010 gives it: connections are limited here, and there is no OAuth.</summary>
    public static FakeView Exchange2010(string server = "CAS1")
    {
        FakeView view = Common(server, "https://legacy.contoso.com/EWS/Exchange.asmx", true, "Version 14.3 (Build 123.4)");
        view.Add("MRSProxyMaxConnections", 100);
        view.Add("BasicAuthentication", true);
        view.Add("Path", @"C:\Program Files\Microsoft\Exchange Server\V14\ClientAccess\exchweb\EWS");
        view.Add("ExtendedProtectionTokenChecking", FakeView.Enum("None"));
        return view;
    }

    /// <summary>As -ADPropertiesOnly gives it: what lives in IIS is there, and null.</summary>
    public static FakeView AdPropertiesOnly(string server = "EX01")
    {
        FakeView view = Modern(server);
        foreach (string name in new[] { "BasicAuthentication", "WindowsAuthentication", "DigestAuthentication", "OAuthAuthentication", "WSSecurityAuthentication", "ExtendedProtectionTokenChecking", "Path" })
            view.Add(name, null);
        return view;
    }

    private static FakeView Common(string server, string? external, bool enabled, string version) => new(Type, $@"{server}\EWS (Default Web Site)")
    {
        { "CertificateAuthentication", null },
        { "InternalNLBBypassUrl", null },
        { "MRSProxyEnabled", enabled },
        { "Name", "EWS (Default Web Site)" },
        { "InternalAuthenticationMethods", new object?[] { "Ntlm", "WindowsIntegrated", "WSSecurity" } },
        { "ExternalAuthenticationMethods", new object?[] { "Ntlm", "WindowsIntegrated", "WSSecurity" } },
        { "DigestAuthentication", false },
        { "WSSecurityAuthentication", true },
        { "BasicAuthentication", false },
        { "WindowsAuthentication", true },
        { "MetabasePath", $"IIS://{server}.contoso.com/W3SVC/1/ROOT/EWS" },
        { "Path", @"C:\Program Files\Microsoft\Exchange Server\V15\FrontEnd\HttpProxy\EWS" },
        { "Server", server },
        { "InternalUrl", "https://mail.contoso.com/EWS/Exchange.asmx" },
        { "ExternalUrl", external },
        { "AdminDisplayVersion", version },
        { "Identity", $@"{server}\EWS (Default Web Site)" },
        { "DistinguishedName", $"CN=EWS (Default Web Site),CN=HTTP,CN=Protocols,CN={server},CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=Contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com" },
        { "OriginatingServer", "DC01.contoso.com" },
        { "Guid", Guid.Empty },
    };
}
