using System;
using System.Linq;
using MrsDiag.Configuration;
using MrsDiag.MoveReports;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.Endpoints;

/// <summary>
/// The one table of objects that name an endpoint. Properties decide, since deserialized objects, REST objects and selections lack the
/// type names of live ones; where a type's own name is there, it counts too.
/// </summary>
internal static class EndpointShapes
{
    private static readonly string[] ObservationProperties = ["Dns", "Tcp", "Tls", "Exchanges", "Challenges", "Logons"];

    // From the most particular to the most general: an observation has a Uri, and a saved result has both.
    private static readonly EndpointShape[] Table =
    [
        new("EndpointResult", IsResult, SavedReader.ReadResult),
        new("EndpointObservation", IsObservation, SavedReader.ReadObservation),
        new("WebServicesVirtualDirectory", VirtualDirectoryReader.IsOne, DirectoryInput.Read),
        new("MigrationServerAvailability", MoveReportShapes.IsAvailabilityTest, MigrationInput.ReadAvailability),
        new("MigrationBatch", IsBatch, MigrationInput.ReadBatch),
        new("MigrationEndpoint", IsMigrationEndpoint, MigrationInput.ReadEndpoint),
        new("MoveRequest", IsMove, MoveInput.Read),
        new("Uri", v => v.Has("AbsoluteUri") || v.Has("OriginalString"), TextInput.ReadUri),
        new("String", v => v.IsOfType("System.String") && !string.IsNullOrWhiteSpace(v.Text), TextInput.ReadString),
    ];

    /// <summary>Finds the shape of an object.</summary>
    /// <returns>The row, or <see langword="null"/>.</returns>
    public static EndpointShape? Find(IObjectView view) => Array.Find(Table, row => row.Matches(view));

    private static bool IsResult(IObjectView view) =>
        view.IsOfType("MrsDiag.Endpoints.EndpointResult") || (view.Has("Checks") && (view.Has("Observation") || (view.Has("Outcome") && view.Has("HostName"))));

    private static bool IsObservation(IObjectView view) =>
        view.IsOfType("MrsDiag.Endpoints.EndpointObservation") || (view.Has("Format") && view.Has("Uri") && ObservationProperties.Any(view.Has));

    private static bool IsBatch(IObjectView view) =>
        view.IsOfType("MigrationBatch") || ((view.Has("SourceEndpoint") || view.Has("TargetEndpoint")) && !view.Has("RemoteServer"));

    private static bool IsMigrationEndpoint(IObjectView view) =>
        view.IsOfType("MigrationEndpoint") || view.Has("RemoteServer") || view.Has("EndpointType");

    // Requests without any remote host are local moves, which the reader says better than "not an endpoint".
    private static bool IsMove(IObjectView view) =>
        view.Has("RemoteHostName") || (MoveReportShapes.Find(view, out string shape) is not null && shape is "MoveRequestStatistics" or "MoveRequest");
}
