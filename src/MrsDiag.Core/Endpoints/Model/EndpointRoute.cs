namespace MrsDiag.Endpoints;

/// <summary>How a probe got to its address.</summary>
public enum EndpointRoute
{
    /// <summary>The name was resolved, as Exchange Online does it.</summary>
    Name = 0,

    /// <summary>A server behind the name, pinned by its address; SNI and Host stay the name.</summary>
    Direct = 1,

    /// <summary>A device in front of the servers, pinned by its address; SNI and Host stay the name.</summary>
    Via = 2,
}
