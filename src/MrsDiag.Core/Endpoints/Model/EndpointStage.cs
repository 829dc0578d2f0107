namespace MrsDiag.Endpoints;

/// <summary>The stations of a call to MRS Proxy, in order.</summary>
public enum EndpointStage
{
    /// <summary>From an e-mail address to the name of the endpoint.</summary>
    Autodiscover = 0,

    /// <summary>From the name to addresses.</summary>
    Dns = 1,

    /// <summary>The TCP connection.</summary>
    Tcp = 2,

    /// <summary>TLS versions, and the certificate.</summary>
    Tls = 3,

    /// <summary>What answers a GET and a POST without a logon.</summary>
    Http = 4,

    /// <summary>How <c>Expect: 100-continue</c> is treated.</summary>
    Expect = 5,

    /// <summary>The NTLM challenge: which server answers.</summary>
    Ntlm = 6,

    /// <summary>The call with credentials.</summary>
    Logon = 7,

    /// <summary>healthcheck.htm of Exchange 2013 and later.</summary>
    Health = 8,

    /// <summary>What the virtual directory says, beside what the wire says.</summary>
    Configuration = 9,
}
