namespace MrsDiag.Fixtures.MoveReports;

/// <summary>The two ways to export several objects.</summary>
public enum ExportLayout
{
    /// <summary>By pipeline: one root each.</summary>
    Pipeline,

    /// <summary>By <c>-InputObject $array</c>: one root with a list.</summary>
    Array,
}
