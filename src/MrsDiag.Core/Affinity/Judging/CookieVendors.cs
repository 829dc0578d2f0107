using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace MrsDiag.Affinity;

/// <summary>Whose cookie it is, by its name alone; values are never looked at.</summary>
internal static class CookieVendors
{
    /// <summary>Vendors in rules; <c>other</c> is a cookie that Exchange does not set and nobody here knows.</summary>
    public static readonly string[] Tokens =
        ["f5", "citrix", "kemp", "haproxy", "aws", "azure", "a10", "radware", "barracuda", "fortinet", "imperva", "cloudflare", "akamai", "apache", "other"];

    private static readonly (string Vendor, Regex Name)[] Table =
    [
        ("f5", Fits("^BIGipServer|^F5_|^TS[0-9a-f]{6,}$")),
        ("citrix", Fits("^NSC_|^citrix_ns_")),
        ("kemp", Fits("^kemp|^LMSticky|^kpsticky")),
        ("haproxy", Fits("^(?:SERVERID|SRV|SRVNAME|HAPROXY.*)$")),
        ("aws", Fits("^AWSALB|^AWSELB")),
        ("azure", Fits("^ARRAffinity|^ApplicationGatewayAffinity")),
        ("a10", Fits("^sto-id-")),
        ("radware", Fits("^AlteonP")),
        ("barracuda", Fits("^BNI_|^BNES_")),
        ("fortinet", Fits("^FGTServer$|^cookiesession1$|^FORTIWAFSID$")),
        ("imperva", Fits("^visid_incap_|^incap_ses_|^nlbi_")),
        ("cloudflare", Fits("^__cf_bm$|^__cflb$|^__cfruid$|^cf_clearance$")),
        ("akamai", Fits("^ak_bmsc$|^bm_sv$|^bm_sz$|^_abck$")),
        ("apache", Fits("^ROUTEID$|^JSESSIONID$|^BALANCEID$")),
    ];

    /// <summary>The vendor's token; empty for a cookie of Exchange itself.</summary>
    public static string Of(string cookie, bool isExchange)
    {
        if (isExchange || cookie.Length == 0)
            return "";
        foreach ((string vendor, Regex name) in Table)
            if (IsMatch(name, cookie))
                return vendor;
        return "other";
    }

    /// <summary>The vendor as a person writes it.</summary>
    public static string Name(string token) => token switch
    {
        "f5" => "F5 BIG-IP",
        "citrix" => "Citrix ADC",
        "kemp" => "KEMP LoadMaster",
        "haproxy" => "HAProxy",
        "aws" => "AWS",
        "azure" => "Azure or IIS ARR",
        "a10" => "A10",
        "radware" => "Radware Alteon",
        "barracuda" => "Barracuda",
        "fortinet" => "Fortinet",
        "imperva" => "Imperva",
        "cloudflare" => "Cloudflare",
        "akamai" => "Akamai",
        "apache" => "Apache or Tomcat",
        _ => "unknown vendor",
    };

    // A header Server that names the device, where no cookie does.
    private static readonly (string Vendor, string Text)[] Headers =
        [("f5", "BigIP"), ("f5", "BIG-IP"), ("citrix", "NetScaler"), ("aws", "awselb"), ("azure", "Microsoft-Azure-Application-Gateway"), ("cloudflare", "cloudflare"), ("akamai", "AkamaiGHost"), ("kemp", "LoadMaster")];

    /// <summary>The vendor that a header <c>Server</c> names; empty where it names none.</summary>
    public static string OfHeader(string server) =>
        Headers.FirstOrDefault(h => server.IndexOf(h.Text, StringComparison.OrdinalIgnoreCase) >= 0).Vendor ?? "";

    private static Regex Fits(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(250));

    private static bool IsMatch(Regex name, string cookie)
    {
        try
        {
            return name.IsMatch(cookie);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
