namespace MrsDiag.Sources.Clixml;

/// <summary>The names of CLIXML's elements.</summary>
internal static class ElementKinds
{
    /// <summary>Finds what an element is by its local name.</summary>
    public static ElementKind Of(string name) => name switch
    {
        "Obj" => ElementKind.Object,
        "Ref" => ElementKind.Reference,
        "Nil" => ElementKind.Null,
        "Props" or "MS" => ElementKind.Properties,
        "LST" or "IE" or "STK" or "QUE" => ElementKind.List,
        "DCT" => ElementKind.Dictionary,
        "En" => ElementKind.Entry,
        "TN" => ElementKind.TypeNames,
        "TNRef" => ElementKind.TypeNamesReference,
        "ToString" => ElementKind.ToStringText,
        "PR" => ElementKind.Progress,
        "SS" => ElementKind.Secret,
        "S" or "XD" or "SBK" or "URI" or "SemanticVersion" => ElementKind.Text,
        "C" => ElementKind.Character,
        "B" => ElementKind.Boolean,
        "I32" => ElementKind.Int32,
        "I64" => ElementKind.Int64,
        "I16" => ElementKind.Int16,
        "SB" => ElementKind.SByte,
        "By" => ElementKind.Byte,
        "U16" => ElementKind.UInt16,
        "U32" => ElementKind.UInt32,
        "U64" => ElementKind.UInt64,
        "Sg" => ElementKind.Single,
        "Db" => ElementKind.Double,
        "D" => ElementKind.Decimal,
        "DT" => ElementKind.Time,
        "TS" => ElementKind.Duration,
        "G" => ElementKind.Guid,
        "Version" => ElementKind.Version,
        "BA" => ElementKind.Bytes,
        _ => ElementKind.Unknown,
    };
}
