using System;
using System.Globalization;
using System.Linq;
using System.Net;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>The configuration of one <see cref="ApacheFrontEnd"/>.</summary>
/// <remarks>
/// Two virtual hosts: the outer one authenticates and passes on to the inner one, which holds the answers. Apache writes its own Server
/// header over any other except when it proxies, so this is what lets the front end say Microsoft-IIS. The 401 page comes from the inner
/// host too: only then can the offered schemes be changed, which the module adds itself. A request that holds a type 1 keeps the module's answer.
/// </remarks>
internal sealed class ApacheConfiguration(FrontEndOptions options, TempFolder folder, IPEndPoint outer, IPEndPoint inner)
{
    private static readonly string[] Modules =
    [
        "mpm_event", "authn_core", "authn_file", "auth_basic", "authz_core", "authz_user", "auth_gssapi",
        "headers", "rewrite", "alias", "unique_id", "proxy", "proxy_http", "ssl",
    ];

    /// <summary>A 401 that is not the answer to a type 1 (bare, or first in a SPNEGO token) of an accepted scheme.</summary>
    private string Unauthorized =>
        $"\"expr=%{{REQUEST_STATUS}} == 401 && !(%{{HTTP:Authorization}} =~ m#^({string.Join('|', Pick(isOffered: true))}) (TlRMTVNTUAAB|Y[A-I])#)\"";

    public override string ToString() => string.Join('\n', [.. Global(), .. Outer(), .. Inner(), ""]);

    private string[] Global() =>
    [
        $"ServerRoot \"{folder.Path}\"",
        $"ServerName {options.ComputerName}.{options.DnsDomain}",
        "PidFile httpd.pid",
        "Mutex file:" + folder.Path + " default",
        .. Modules.Select(m => $"LoadModule {m}_module {ApacheModules.Folder}/mod_{m}.so"),
        // Apache refuses to serve as root.
        .. Environment.IsPrivilegedProcess ? ["User www-data", "Group www-data"] : Array.Empty<string>(),
        "ServerLimit 1", "StartServers 1", "ThreadsPerChild 48", "MaxRequestWorkers 48", "MinSpareThreads 1", "MaxSpareThreads 48",
        "KeepAlive On", "MaxKeepAliveRequests 0",
        "KeepAliveTimeout " + options.KeepAlive.TotalSeconds.ToString("0", CultureInfo.InvariantCulture),
        "ErrorLog error.log",
        "LogLevel warn auth_gssapi:info",
        "LogFormat \"%a %{remote}p \\\"%r\\\" %>s %u\" short",
        $"Listen {outer}",
        $"Listen {inner}",
    ];

    private string[] Outer() =>
    [
        $"<VirtualHost {outer}>",
        "CustomLog access.log short",
        .. options.Certificate is null ? [] : Tls(),
        "RewriteEngine On",
        $"RewriteCond %{{HTTP:Authorization}} \"^({string.Join('|', Refused())}) \" [NC]",
        "RewriteRule ^ - [R=401]",
        $"ProxyPassMatch \"(?i)^/ews/(mrsproxy\\.svc|healthcheck\\.htm)$\" \"http://{inner}/$1\"",
        $"ProxyPassMatch \"^(.*)$\" \"http://{inner}$1\"",
        // The front end sends 100 itself, once it reads the body: after the logon.
        "Proxy100Continue Off",
        "ErrorDocument 401 /unauthorized",
        $"Header always unset WWW-Authenticate {Unauthorized}",
        $"Header unset WWW-Authenticate {Unauthorized}",
        .. Offers().Select(o => $"Header always add WWW-Authenticate \"{o}\" {Unauthorized}"),
        .. Marks(),
        "<LocationMatch \"(?i)^/ews/mrsproxy\\.svc\">",
        "AuthType GSSAPI",
        $"AuthName \"{options.BasicRealm}\"",
        "GssapiAllowedMech ntlmssp",
        "GssapiConnectionBound On",
        "GssapiSSLonly Off",
        "Require valid-user",
        // The module's own Basic logon crashes with this mechanism, so Apache's does it.
        "<If \"%{HTTP:Authorization} =~ /^Basic /i\">",
        "AuthType Basic",
        "AuthBasicProvider file",
        "AuthUserFile basic.txt",
        "</If>",
        "</LocationMatch>",
        "</VirtualHost>",
    ];

    private static string[] Tls() =>
    [
        "SSLEngine on",
        "SSLCertificateFile chain.pem",
        "SSLCertificateKeyFile key.pem",
        "SSLProtocol -all +TLSv1.2 +TLSv1.3",
        // A short key is one of the faults to be shown.
        "SSLCipherSuite DEFAULT:@SECLEVEL=0",
        "SSLSessionTickets on",
    ];

    private string[] Marks() => options.Personality == ExchangePersonality.Exchange2010
        ? [.. Everywhere("Server", "Microsoft-IIS/7.5"), .. Everywhere("X-Powered-By", "ASP.NET")]
        :
        [
            .. Everywhere("Server", "Microsoft-IIS/10.0"),
            .. Everywhere("X-Powered-By", "ASP.NET"),
            .. Everywhere("X-FEServer", options.ComputerName),
            .. Everywhere("X-OWA-Version", "15.2.1544.11"),
            // A GUID as far as anybody can tell: the digits of a hash of Apache's own request identifier.
            "Header always set request-id \"expr=%{md5:%{reqenv:UNIQUE_ID}}\"",
            "Header always edit request-id \"^(.{8})(.{4})(.{4})(.{4})(.{12})$\" \"$1-$2-$3-$4-$5\"",
        ];

    private static string[] Everywhere(string name, string value) => [$"Header unset {name}", $"Header always set {name} \"{value}\""];

    private string[] Inner() =>
    [
        $"<VirtualHost {inner}>",
        "RewriteEngine On",
        "RewriteRule ^/unauthorized$ - [R=401]",
        "ErrorDocument 401 \"<h2>401 - Unauthorized: Access is denied due to invalid credentials.</h2>\"",
        $"RewriteRule ^/mrsproxy\\.svc$ - [NC,R={options.AfterLogon.Status}]",
        "<LocationMatch \"(?i)^/mrsproxy\\.svc$\">",
        $"ErrorDocument {options.AfterLogon.Status} \"{options.AfterLogon.Body.Replace("\"", "\\\"")}\"",
        "</LocationMatch>",
        .. options.Personality == ExchangePersonality.Exchange2010 ? [] : HealthCheck(),
        "RewriteRule ^ - [R=404]",
        "ErrorDocument 404 \"<h2>404 - File or directory not found.</h2>\"",
        "</VirtualHost>",
    ];

    private string[] HealthCheck() =>
    [
        "RewriteRule ^/healthcheck\\.htm$ - [NC,R=200]",
        "<LocationMatch \"(?i)^/healthcheck\\.htm$\">",
        $"ErrorDocument 200 \"200 OK<br/>{options.ComputerName}.{options.DnsDomain}\"",
        "</LocationMatch>",
    ];

    private string[] Offers() => [.. Pick(isOffered: true).Select(s => s == "Basic" ? $"Basic realm=\\\"{options.BasicRealm}\\\"" : s)];

    /// <summary>A scheme that is not offered is not accepted either.</summary>
    private string[] Refused() => Pick(isOffered: false);

    private string[] Pick(bool isOffered) =>
    [
        .. new[] { (OfferedSchemes.Negotiate, "Negotiate"), (OfferedSchemes.Ntlm, "NTLM"), (OfferedSchemes.Basic, "Basic") }
            .Where(s => options.Offers.HasFlag(s.Item1) == isOffered).Select(s => s.Item2),
    ];
}
