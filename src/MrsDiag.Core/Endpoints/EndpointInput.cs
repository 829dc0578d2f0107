using MrsDiag.Configuration;

namespace MrsDiag.Endpoints;

/// <summary>What one input object turned out to be: exactly one of these holds something.</summary>
public sealed record EndpointInput
{
    /// <summary>An endpoint by name.</summary>
    public EndpointTarget? Target { get; init; }

    /// <summary>A virtual directory: names and pinned servers are made of all of them together, see <see cref="EndpointInputs"/>.</summary>
    public VirtualDirectory? VirtualDirectory { get; init; }

    /// <summary>A saved observation, to be judged again without any network.</summary>
    public EndpointObservation? Observation { get; init; }

    /// <summary>Why the object is left out although nothing is wrong with it, for example a back-end virtual directory; a sentence, or empty.</summary>
    public string Skipped { get; init; } = "";
}
