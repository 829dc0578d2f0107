namespace MrsDiag.Sources.Clixml;

/// <summary>The fields of a progress record, which CLIXML abbreviates instead of writing it as an object.</summary>
internal static class ProgressNames
{
    public static TypeNameList Types { get; } = TypeNameList.Create(["System.Management.Automation.ProgressRecord", "System.Object"], []);

    /// <summary>The property's name; the element's where it is unknown.</summary>
    public static string Of(string element) => element switch
    {
        "AV" => "Activity",
        "AI" => "ActivityId",
        "CO" => "CurrentOperation",
        "PI" => "ParentActivityId",
        "PC" => "PercentComplete",
        "SR" => "SecondsRemaining",
        "SD" => "StatusDescription",
        "T" => "RecordType",
        _ => element,
    };

    /// <summary>What kind of value it has.</summary>
    public static ElementKind KindOf(string element) => element is "AI" or "PI" or "PC" or "SR" ? ElementKind.Int32 : ElementKind.Text;
}
