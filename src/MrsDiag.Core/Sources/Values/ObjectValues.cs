using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;

namespace MrsDiag.Sources.Values;

/// <summary>Reads properties of any of the forms that live, deserialized, CLIXML and REST objects give them.</summary>
internal static class ObjectValues
{
    /// <summary>The first of several names that is there and not null.</summary>
    public static object? Get(this IObjectView view, params string[] names)
    {
        foreach (string name in names)
        {
            if (view.TryGet(name, out object? value) && value is not null)
                return value;
        }
        return null;
    }

    /// <summary>Whether a property is there, be it null.</summary>
    public static bool Has(this IObjectView view, string name) => view.TryGet(name, out _);

    /// <summary>Whether one of the object's types has this name, with or without a namespace.</summary>
    public static bool IsOfType(this IObjectView view, string type)
    {
        foreach (string name in view.TypeNames)
        {
            if (name.EndsWith(type, StringComparison.OrdinalIgnoreCase)
                && (name.Length == type.Length || name[name.Length - type.Length - 1] == '.'))
                return true;
        }
        return false;
    }

    /// <summary>A property as text: the name of an enum, a number or time in invariant form; empty where missing.</summary>
    public static string GetText(this IObjectView view, params string[] names)
    {
        foreach (string name in names)
        {
            if (view.TryGet(name, out object? value) && value is not null && ToText(value) is { Length: > 0 } text)
                return text;
        }
        return "";
    }

    /// <summary>A property as text; empty where missing.</summary>
    public static string GetText(this IObjectView view, string name) =>
        view.TryGet(name, out object? value) && value is not null ? ToText(value) : "";

    /// <summary>A property as a list; a single value is a list of one, since some serializers unwrap those.</summary>
    public static IReadOnlyList<object?> GetList(this IObjectView view, string name) =>
        view.TryGet(name, out object? value) ? ToList(value) : [];

    /// <summary>A value as a list.</summary>
    public static IReadOnlyList<object?> ToList(object? value) => value switch
    {
        null => [],
        IReadOnlyList<object?> list => list,
        string or IObjectView or byte[] => [value],
        IEnumerable items => Copy(items),
        _ => [value],
    };

    /// <summary>A value as text.</summary>
    public static string ToText(object? value) => value switch
    {
        null => "",
        string text => text,
        IObjectView view => ViewText(view),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A property as yes or no: a Boolean, its name, or 0 and 1; <see langword="null"/> where it is neither.</summary>
    public static bool? GetBoolean(this IObjectView view, params string[] names) => ToBoolean(view.Get(names));

    /// <summary>A value as yes or no.</summary>
    public static bool? ToBoolean(object? value) => value switch
    {
        bool flag => flag,
        null or DateTime or TimeSpan => null,
        _ => ToText(value).Trim().ToUpperInvariant() switch
        {
            "TRUE" or "$TRUE" or "1" => true,
            "FALSE" or "$FALSE" or "0" => false,
            _ => null,
        },
    };

    /// <summary>A property as a number.</summary>
    public static double? GetNumber(this IObjectView view, params string[] names) => ToNumber(view.Get(names));

    /// <summary>A property as a whole number.</summary>
    public static long? GetInteger(this IObjectView view, params string[] names) =>
        ToNumber(view.Get(names)) is { } number && Math.Abs(number) < 9e15 ? (long)number : null;

    /// <summary>A property as a size in bytes; <c>Unlimited</c> is none.</summary>
    public static double? GetBytes(this IObjectView view, params string[] names) => view.Get(names) switch
    {
        null => null,
        IObjectView size => ByteSizeText.Parse(ViewText(size)) ?? (size.Get("Value") is { } inner ? ByteSizeText.Parse(ToText(inner)) : null),
        string text => ByteSizeText.Parse(text),
        var number => ToNumber(number),
    };

    /// <summary>A value as a duration.</summary>
    public static TimeSpan? ToDuration(object? value) => value switch
    {
        null => null,
        TimeSpan span => span,
        string text => DurationText.Parse(text),
        IObjectView view => DurationText.Parse(ViewText(view)) ?? (view.GetInteger("Ticks") is { } ticks ? TimeSpan.FromTicks(ticks) : null),
        var number => ToNumber(number) is { } ticks && Math.Abs(ticks) < long.MaxValue ? TimeSpan.FromTicks((long)ticks) : null,
    };

    /// <summary>A property as a build.</summary>
    public static Version? GetVersion(this IObjectView view, params string[] names) => view.Get(names) switch
    {
        null => null,
        Version version => version,
        var value => VersionText.Parse(ToText(value)),
    };

    private static double? ToNumber(object? value) => value switch
    {
        null or bool => null,
        double number => number,
        string text => ParseNumber(text),
        IObjectView view => ParseNumber(ViewText(view)),
        DateTime or TimeSpan or Guid => null,
        IConvertible convertible => convertible.ToDouble(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static double? ParseNumber(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    // An enum or struct has its text; a wrapper such as { value: 2; Value: "InProgress" } has it one step down.
    private static string ViewText(IObjectView view)
    {
        if (!string.IsNullOrEmpty(view.Text) && !LooksLikeTypeName(view))
            return view.Text!;
        return view.TryGet("Value", out object? value) && value is not IObjectView ? ToText(value) : view.Text ?? "";
    }

    // What ToString gives for a class that does not override it, or a hashtable literal.
    private static bool LooksLikeTypeName(IObjectView view) =>
        view.Text!.StartsWith("@{", StringComparison.Ordinal) || (view.TypeNames.Count > 0 && view.Text == view.TypeNames[0]);

    private static List<object?> Copy(IEnumerable items)
    {
        List<object?> list = [];
        foreach (object? item in items)
            list.Add(item);
        return list;
    }
}
