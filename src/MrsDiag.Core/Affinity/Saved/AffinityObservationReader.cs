using MrsDiag.Endpoints;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.Affinity;

/// <summary>Takes what an earlier affinity test wrote, to be judged again without any network.</summary>
public static class AffinityObservationReader
{
    /// <summary>Whether an object is a saved result or observation of an affinity test: by its type's name, else by its properties.</summary>
    /// <param name="view">The object.</param>
    /// <returns>Whether it is one.</returns>
    public static bool IsOne(IObjectView view) => IsResult(view) || IsObservation(view);

    /// <summary>Reads a saved result or observation. Of a result only what was seen counts; what was thought of it is thought again.</summary>
    /// <param name="view">The object, one that <see cref="IsOne"/> knows.</param>
    /// <returns>The observation. Properties that the object lacks keep their defaults.</returns>
    /// <exception cref="EndpointInputException">A value cannot be read, or a newer version wrote it; the message names the property.</exception>
    public static AffinityObservation Read(IObjectView view) => !IsResult(view) ? ObservationReader.Read<AffinityObservation>(view, "") : view.Get("Observation") switch
    {
        IObjectView observation => ObservationReader.Read<AffinityObservation>(observation, "Observation"),
        null => throw ObservationReader.Invalid(
            "The saved result is without its Observation, so that there is nothing to judge again. Save whole results: "
            + "Test-LoadBalancerAffinity ... | Export-Clixml -Path <file>."),
        _ => throw ObservationReader.Flattened("Observation"),
    };

    private static bool IsResult(IObjectView view) =>
        view.IsOfType("MrsDiag.Affinity.AffinityResult") || (view.Has("Verdict") && (view.Has("Observation") || (view.Has("Servers") && view.Has("HostName"))));

    private static bool IsObservation(IObjectView view) =>
        view.IsOfType("MrsDiag.Affinity.AffinityObservation") || (view.Has("Format") && view.Has("Uri") && view.Has("Trials"));
}
