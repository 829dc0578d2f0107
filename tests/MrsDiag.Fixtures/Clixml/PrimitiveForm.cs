using System;
using System.Globalization;
using System.Xml;

namespace MrsDiag.Fixtures.Clixml;

/// <summary>Primitive values as CLIXML writes them.</summary>
internal static class PrimitiveForm
{
    public static string Element(object value) => value switch
    {
        string => "S",
        char => "C",
        bool => "B",
        byte => "By",
        sbyte => "SB",
        short => "I16",
        ushort => "U16",
        int => "I32",
        uint => "U32",
        long => "I64",
        ulong => "U64",
        float => "Sg",
        double => "Db",
        decimal => "D",
        DateTime => "DT",
        TimeSpan => "TS",
        Guid => "G",
        Version => "Version",
        Uri => "URI",
        byte[] => "BA",
        _ => throw new ArgumentException("Not a primitive of CLIXML: " + value.GetType(), nameof(value)),
    };

    public static string Text(object value) => value switch
    {
        string text => text,
        char c => ((int)c).ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        float number => XmlConvert.ToString(number),
        double number => XmlConvert.ToString(number),
        DateTime time => XmlConvert.ToString(time, XmlDateTimeSerializationMode.RoundtripKind),
        TimeSpan span => XmlConvert.ToString(span),
        byte[] bytes => Convert.ToBase64String(bytes),
        Uri uri => uri.OriginalString,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
