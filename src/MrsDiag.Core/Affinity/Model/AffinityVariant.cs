namespace MrsDiag.Affinity;

/// <summary>The ways in which a server is asked for, each a question of its own to the load balancer.</summary>
public enum AffinityVariant
{
    /// <summary>A new connection with a full handshake and no cookies, as the MRS client makes it.</summary>
    NewConnection = 0,

    /// <summary>A new connection that sends the cookies of the first answer.</summary>
    Cookies = 1,

    /// <summary>A new connection that resumes the TLS session of an earlier one.</summary>
    TlsResumption = 2,

    /// <summary>Several requests on one connection, the first of them answered 401 with an NTLM challenge.</summary>
    OneConnection = 3,

    /// <summary>A new connection to one of several addresses of the name.</summary>
    EachAddress = 4,

    /// <summary>A new connection after a pause.</summary>
    AfterPause = 5,

    /// <summary>One of several connections that are open at the same time: sequential ones flatter least-connections.</summary>
    HeldOpen = 6,

    /// <summary>A new connection from a second source address.</summary>
    SecondSource = 7,

    /// <summary>A new connection of a long watch.</summary>
    Watch = 8,
}
