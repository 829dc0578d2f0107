using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Internal;
using MrsDiag.Sources;

namespace MrsDiag.Binding;

/// <summary>Turns any value that PowerShell hands over into one that <see cref="IObjectView"/> documents.</summary>
internal static class PSValue
{
    private const string DeserializedPrefix = "Deserialized.";

    /// <summary>Converts one value; objects become views that read their properties when asked, so cycles do no harm.</summary>
    /// <param name="value">A live or deserialized object, bare or wrapped.</param>
    /// <returns>A plain value, a view, a list, or <see langword="null"/>.</returns>
    internal static object? From(object? value)
    {
        if (value is null || ReferenceEquals(value, AutomationNull.Value))
            return null;
        PSObject? wrapper = value as PSObject;
        object inner = wrapper is null ? value : wrapper.BaseObject;
        return inner switch
        {
            string or bool or DateTime or TimeSpan or Guid or Version or byte[] => inner,
            DBNull => null,
            Enum => inner.ToString(),
            char c => c.ToString(),
            Uri uri => uri.OriginalString,
            DateTimeOffset time => time.UtcDateTime,
            _ when IsNumber(inner) => wrapper is not null && IsEnum(wrapper) ? wrapper.ToString() : inner,
            IDictionary dictionary => new DictionaryView(dictionary),
            _ when LanguagePrimitives.GetEnumerable(inner) is { } items => new ListView(items),
            _ => new PSObjectView(wrapper ?? PSObject.AsPSObject(inner)),
        };
    }

    /// <summary>Type names as <see cref="IObjectView.TypeNames"/> wants them.</summary>
    /// <param name="names">Names as PowerShell gives them.</param>
    /// <returns>The names without <c>Deserialized.</c>.</returns>
    internal static IReadOnlyList<string> StripDeserialized(IEnumerable<string> names) =>
        names.Select(n => IsDeserialized(n) ? n.Substring(DeserializedPrefix.Length) : n).ToArray();

    private static bool IsDeserialized(string typeName) => typeName.StartsWith(DeserializedPrefix, StringComparison.OrdinalIgnoreCase);

    // Serialization keeps an enum as its number with the name beside it; no other number carries a type name of its own.
    private static bool IsEnum(PSObject number) =>
        number.TypeNames.Any(n => IsDeserialized(n) || string.Equals(n, "System.Enum", StringComparison.Ordinal));

    private static bool IsNumber(object value) =>
        value is IConvertible convertible
        && convertible.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal;
}
