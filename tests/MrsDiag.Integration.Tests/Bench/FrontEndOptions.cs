using System;
using System.Net;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>What an <see cref="ApacheFrontEnd"/> plays.</summary>
internal sealed record FrontEndOptions
{
    /// <summary>The NetBIOS computer name in the NTLM challenge, and the name in X-FEServer and healthcheck.htm.</summary>
    public string ComputerName { get; init; } = "CAS1";

    /// <summary>The NetBIOS domain name in the NTLM challenge, and the accounts' domain.</summary>
    public string DomainName { get; init; } = "CONTOSO";

    /// <summary>The DNS domain after the computer name in healthcheck.htm.</summary>
    public string DnsDomain { get; init; } = "contoso.com";

    /// <summary>The certificate; null serves plain HTTP, as behind a device that offloads TLS.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>Which headers Exchange's version adds.</summary>
    public ExchangePersonality Personality { get; init; } = ExchangePersonality.Exchange2013OrLater;

    /// <summary>What an anonymous 401 offers.</summary>
    public OfferedSchemes Offers { get; init; } = OfferedSchemes.Negotiate | OfferedSchemes.Ntlm;

    /// <summary>The realm of the Basic offer.</summary>
    public string BasicRealm { get; init; } = "mail.contoso.com";

    /// <summary>The one account: its user name without the domain.</summary>
    public string UserName { get; init; } = "migration";

    /// <summary>The account's password.</summary>
    public string Password { get; init; } = "Pa55word!";

    /// <summary>The answer of mrsproxy.svc after a successful logon.</summary>
    public AfterLogon AfterLogon { get; init; } = AfterLogon.Alive;

    /// <summary>Address and port; null: 127.0.0.1 and a free port.</summary>
    public IPEndPoint? ListenOn { get; init; }

    /// <summary>How long an idle connection is kept: IIS closes at 120 seconds.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(120);
}

/// <summary>The answer of mrsproxy.svc to a logged-on client.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Body, as text/html.</param>
internal sealed record AfterLogon(int Status, string Body)
{
    /// <summary>400: what an enabled service says to a GET that is no SOAP call.</summary>
    public static AfterLogon Alive { get; } = new(400, "Bad Request");

    /// <summary>200 with the service's page.</summary>
    public static AfterLogon ServicePage { get; } = new(200, "<html><title>MRSProxy Service</title></html>");

    /// <summary>403: MRS Proxy disabled, 2013 and later.</summary>
    public static AfterLogon Disabled { get; } = new(403, "<h2>403 - Forbidden: Access is denied.</h2>");

    /// <summary>405: the handler mapping of .svc is missing.</summary>
    public static AfterLogon NoHandler { get; } = new(405, "<h2>405 - HTTP verb used to access this page is not allowed.</h2>");

    /// <summary>500 with a clue in its body.</summary>
    public static AfterLogon ServerError(string body) => new(500, body);
}

/// <summary>The generation of Exchange that is played.</summary>
internal enum ExchangePersonality
{
    /// <summary>IIS 7.5, no header and no healthcheck.htm that would name the server.</summary>
    Exchange2010,

    /// <summary>IIS 10, X-FEServer, request-id, X-OWA-Version and healthcheck.htm.</summary>
    Exchange2013OrLater,
}

/// <summary>Authentication schemes of an anonymous 401.</summary>
[Flags]
internal enum OfferedSchemes
{
    None = 0,
    Negotiate = 1,
    Ntlm = 2,
    Basic = 4,
}
