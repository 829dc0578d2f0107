namespace MrsDiag.Configuration;

/// <summary>What Get-WebServicesVirtualDirectory says about the EWS directory of one server. What was not given is <see langword="null"/> or empty.</summary>
public sealed class VirtualDirectory
{
    /// <summary>Identity, for example <c>EX01\EWS (Default Web Site)</c>.</summary>
    public string Identity { get; set; } = "";

    /// <summary>The server's short name.</summary>
    public string Server { get; set; } = "";

    /// <summary>The server's fully qualified name, where something in the object tells it; otherwise empty.</summary>
    public string ServerFqdn { get; set; } = "";

    /// <summary>Build, for example <c>15.2.986.5</c>; empty where not given.</summary>
    public string Version { get; set; } = "";

    /// <summary>InternalUrl; usually the balancer's name.</summary>
    public string InternalUrl { get; set; } = "";

    /// <summary>ExternalUrl.</summary>
    public string ExternalUrl { get; set; } = "";

    /// <summary>InternalNLBBypassUrl: the server's own name, set by hand.</summary>
    public string InternalNlbBypassUrl { get; set; } = "";

    /// <summary>MRSProxyEnabled.</summary>
    public bool? MrsProxyEnabled { get; set; }

    /// <summary>MRSProxyMaxConnections; Exchange 2010.</summary>
    public int? MrsProxyMaxConnections { get; set; }

    /// <summary>WindowsAuthentication.</summary>
    public bool? WindowsAuthentication { get; set; }

    /// <summary>BasicAuthentication.</summary>
    public bool? BasicAuthentication { get; set; }

    /// <summary>WSSecurityAuthentication.</summary>
    public bool? WsSecurityAuthentication { get; set; }

    /// <summary>OAuthAuthentication.</summary>
    public bool? OAuthAuthentication { get; set; }

    /// <summary>ExtendedProtectionTokenChecking: None, Allow or Require; empty where not given.</summary>
    public string ExtendedProtection { get; set; } = "";

    /// <summary>Whether the object was read with -ADPropertiesOnly: what lives in IIS is then unknown, not false (J17).</summary>
    public bool AdPropertiesOnly { get; set; }

    /// <summary>Other servers given in the same run that publish the same name and have MRS Proxy enabled.</summary>
    public string[] EnabledElsewhere { get; set; } = [];

    /// <summary>Other servers given in the same run that publish the same name and have MRS Proxy disabled.</summary>
    public string[] DisabledElsewhere { get; set; } = [];

    /// <summary>The same, with what the other servers say. A copy, so that what was given to a run stays what it was.</summary>
    internal VirtualDirectory WithOthers(string[] enabled, string[] disabled)
    {
        VirtualDirectory copy = (VirtualDirectory)MemberwiseClone();
        copy.EnabledElsewhere = enabled;
        copy.DisabledElsewhere = disabled;
        return copy;
    }
}
