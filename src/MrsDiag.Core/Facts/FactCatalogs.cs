using MrsDiag.Affinity;
using MrsDiag.Configuration;
using MrsDiag.Endpoints;
using MrsDiag.MoveReports;

namespace MrsDiag.Facts;

/// <summary>The catalog that the shipped packs are written against.</summary>
public static class FactCatalogs
{
    /// <summary>All sources of this version.</summary>
    public static FactCatalog Default { get; } = new(MoveReportTable.Source, EndpointProbeTable.Source, ConfigurationTable.Source, AffinityTable.Source);
}
