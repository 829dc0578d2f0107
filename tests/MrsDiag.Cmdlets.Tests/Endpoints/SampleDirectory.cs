using System;

namespace MrsDiag.Cmdlets.Tests.Endpoints;

/// <summary>Stands for the object of Get-WebServicesVirtualDirectory: URLs are Uri objects, the server an object with Name.</summary>
public sealed class SampleDirectory
{
    public bool? MRSProxyEnabled { get; set; } = true;

    public string Name => "EWS (Default Web Site)";

    public SampleServer Server { get; } = new();

    public string MetabasePath => "IIS://EX01.contoso.com/W3SVC/1/ROOT/EWS";

    public Uri? InternalNLBBypassUrl => null;

    public Uri InternalUrl => new("https://mail.contoso.com/EWS/Exchange.asmx");

    public Uri? ExternalUrl { get; set; } = new("https://mail.contoso.com/EWS/Exchange.asmx");

    public bool? WindowsAuthentication => true;

    public bool? BasicAuthentication => false;

    public SampleTokenChecking ExtendedProtectionTokenChecking => SampleTokenChecking.Require;

    public SampleVersion AdminDisplayVersion { get; } = new();

    public string Identity => @"EX01\EWS (Default Web Site)";

    public override string ToString() => Identity;
}

public enum SampleTokenChecking
{
    None = 0,
    Allow = 1,
    Require = 2,
}

public sealed class SampleServer
{
    public string Name => "EX01";

    public string DistinguishedName => "CN=EX01,CN=Servers,DC=contoso,DC=com";

    public override string ToString() => "EX01";
}

public sealed class SampleVersion
{
    public int Major => 15;

    public int Minor => 2;

    public override string ToString() => "Version 15.2 (Build 1544.4)";
}
