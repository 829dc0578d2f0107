using System;
using System.Collections.Generic;
using System.Globalization;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.Endpoints;

/// <summary>Reads one plain value of a saved record, in the forms that CLIXML, remoting and JSON leave of it.</summary>
internal static class ScalarReader
{
    private const int MaxText = 100_000;

    private static readonly Dictionary<Type, Func<object, object?>> Readers = new()
    {
        [typeof(string)] = value => ObjectValues.ToText(value) is { Length: <= MaxText } text ? text : null,
        [typeof(bool)] = value => ObjectValues.ToBoolean(value),
        [typeof(int)] = value => Whole(value) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null,
        [typeof(long)] = value => Whole(value),
        [typeof(double)] = value => Number(value),
        [typeof(TimeSpan)] = Span,
        [typeof(DateTime)] = Time,
    };

    /// <summary>Whether a type is a plain value.</summary>
    public static bool IsScalar(Type type) => type.IsEnum || Readers.ContainsKey(type);

    /// <summary>Reads a value.</summary>
    /// <param name="value">The value, not null.</param>
    /// <param name="type">What the property holds; not nullable.</param>
    /// <param name="path">The property, for the message.</param>
    /// <exception cref="EndpointInputException">It cannot be read as that.</exception>
    public static object Read(object value, Type type, string path)
    {
        object? read = type.IsEnum ? Name(value, type) : value is IReadOnlyList<object?> ? null : Readers[type](value);
        if (read is not null)
            return read;
        string text = ObjectValues.ToText(value);
        throw ObservationReader.Invalid(text.Length > MaxText
            ? FormattableString.Invariant($"{path} has {text.Length} characters; an observation keeps the beginning of a text only.")
            : $"{path} is '{PastedText.Show(text)}', which is not {Kind(type)}.");
    }

    // By name or number, but only one that the type knows: a later version may know more, and a guess would be judged as if it were seen.
    private static object? Name(object value, Type type)
    {
        string text = ObjectValues.ToText(value).Trim();
        if (text.Length == 0 && value is IObjectView view)
            text = view.GetText("value", "value__").Trim();
        try
        {
            object parsed = Enum.Parse(type, text, ignoreCase: true);
            return Enum.IsDefined(type, parsed) ? parsed : null;
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static long? Whole(object value) => value switch
    {
        bool or DateTime or TimeSpan or Guid => null,
        sbyte or byte or short or ushort or int or uint or long => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => long.TryParse(ObjectValues.ToText(value).Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : null,
    };

    private static object? Number(object value) =>
        value is bool or DateTime or TimeSpan ? null
        : double.TryParse(ObjectValues.ToText(value).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number
        : null;

    // Ticks first: the object that ConvertTo-Json makes of a span has also Days, Hours and so on, but no text.
    private static object? Span(object value) => value switch
    {
        IObjectView view when Whole(view.Get("Ticks") ?? "") is { } ticks => TimeSpan.FromTicks(ticks),
        bool or DateTime => null,
        _ => ObjectValues.ToDuration(value),
    };

    // All times of an observation are UTC; CLIXML and remoting keep the kind, and what came as text without a zone is UTC too.
    private static object? Time(object value)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (value is DateTime { Kind: DateTimeKind.Local } local)
            return local.ToUniversalTime();
        if (value is DateTime time)
            return DateTime.SpecifyKind(time, DateTimeKind.Utc);
        string text = value is IObjectView view ? view.GetText("DateTime", "value") : ObjectValues.ToText(value);
        return value is bool or TimeSpan || !DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out DateTime parsed) ? null : parsed;
    }

    private static string Kind(Type type) =>
        type == typeof(string) ? "a text"
        : type == typeof(bool) ? "True or False"
        : type == typeof(TimeSpan) ? "a duration"
        : type == typeof(DateTime) ? "a time"
        : type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type))
        : "a number that fits";
}
