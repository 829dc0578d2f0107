namespace MrsDiag.Integration.Tests.Bench;

/// <summary>Configuration lines for what devices in front of Exchange do to MRS.</summary>
internal static class HaProxyRules
{
    // ---- frontend: answers instead of the servers

    /// <summary>501 to requests with Expect, as a layer-7 balancer that does not know 100-continue.</summary>
    public const string NotImplementedOnExpect = "http-request return status 501 if { req.hdr(expect) -m found }";

    /// <summary>417 to requests with Expect.</summary>
    public const string ExpectationFailed = "http-request return status 417 if { req.hdr(expect) -m found }";

    /// <summary>Pre-authentication by AD FS.</summary>
    public const string RedirectToAdfs = "http-request redirect code 302 location https://sts.contoso.com/adfs/ls/?wa=wsignin1.0";

    /// <summary>Forms logon of Forefront TMG.</summary>
    public const string RedirectToCookieAuth = "http-request redirect code 302 location /CookieAuth.dll?GetLogon?curl=Z2FEWSZ2Fmrsproxy.svc&reason=0&formdir=3";

    /// <summary>Forms logon of Outlook on the web.</summary>
    public const string RedirectToOwa = "http-request redirect code 302 location /owa/auth/logon.aspx?replaceCurrent=1&reason=2";

    /// <summary>A web application firewall's block page.</summary>
    public const string ForbiddenPage =
        "http-request return status 403 content-type text/html hdr Server WebGuard string \"<html><title>Request rejected</title>Support ID: 4711</html>\"";

    /// <summary>A logon form with status 200, as a portal shows it.</summary>
    public const string LogonForm =
        "http-request return status 200 content-type text/html string \"<html><form action=/logon method=post><input type=password></form></html>\"";

    /// <summary>Connections are accepted (TLS included) and requests never answered; needs <see cref="HaProxyOptions.IsLayer4"/>.</summary>
    public static readonly string[] Silence = ["tcp-request inspect-delay 300s", "tcp-request content accept if { req.len gt 10000000 }"];

    /// <summary>Connections are reset as soon as they are accepted. For a reset after the request see <see cref="RawScripts.ResetAfterHead"/>.</summary>
    public const string Reset = "tcp-request connection reject";

    // ---- backend: who gets the request

    /// <summary>A connection to a server may carry requests of several clients.</summary>
    public const string ReuseAlways = "http-reuse always";

    /// <summary>The server's connection is closed after each answer, so requests of one client connection may go to several servers.</summary>
    public const string ServerClose = "option http-server-close";

    /// <summary>Clients stay by address, in a table.</summary>
    public static readonly string[] StickBySource = ["stick-table type ip size 10k expire 30m", "stick on src"];

    /// <summary>Clients stay by a cookie SERVERID; needs <see cref="CookieOfServer"/> as the server suffix.</summary>
    public const string CookieInsert = "cookie SERVERID insert indirect nocache";

    /// <summary>The server suffix that belongs to <see cref="CookieInsert"/>.</summary>
    public const string CookieOfServer = "cookie {name}";
}
