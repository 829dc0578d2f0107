namespace MrsDiag.Endpoints;

/// <summary>What named an endpoint.</summary>
public enum TargetOrigin
{
    /// <summary>The user, by address or computer name.</summary>
    Parameter = 0,

    /// <summary>Output of Get-WebServicesVirtualDirectory.</summary>
    VirtualDirectory = 1,

    /// <summary>Output of Get-MigrationEndpoint.</summary>
    MigrationEndpoint = 2,

    /// <summary>Statistics of a move: its RemoteHostName.</summary>
    MoveRequest = 3,

    /// <summary>Autodiscover, from an e-mail address.</summary>
    Autodiscover = 4,
}
