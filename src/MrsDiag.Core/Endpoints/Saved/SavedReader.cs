using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.Endpoints;

/// <summary>Takes what an earlier run wrote, to be judged again without any network.</summary>
internal static class SavedReader
{
    /// <summary>Reads a saved result: only what was seen counts, what was thought of it is thought again.</summary>
    public static EndpointInput ReadResult(IObjectView view) => view.Get("Observation") switch
    {
        IObjectView observation => new EndpointInput { Observation = ObservationReader.Read<EndpointObservation>(observation, "Observation") },
        null => throw ObservationReader.Invalid(
            "The saved result is without its Observation, so that there is nothing to judge again. Save whole results: "
            + "Test-MrsProxyEndpoint ... | Export-Clixml -Path <file>."),
        _ => throw ObservationReader.Flattened("Observation"),
    };

    /// <summary>Reads a saved observation.</summary>
    public static EndpointInput ReadObservation(IObjectView view) => new() { Observation = ObservationReader.Read<EndpointObservation>(view, "") };
}
