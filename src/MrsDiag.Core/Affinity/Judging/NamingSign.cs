namespace MrsDiag.Affinity;

/// <summary>The sign by which the servers of a run are told apart.</summary>
internal enum NamingSign
{
    /// <summary>No sign names a server.</summary>
    None,

    /// <summary>The computer name of the NTLM challenge.</summary>
    Ntlm,

    /// <summary>X-FEServer.</summary>
    FrontEnd,

    /// <summary>The host in healthcheck.htm.</summary>
    Health,

    /// <summary>The Exchange build of X-OWA-Version: tells servers apart, and names none.</summary>
    Build,
}
