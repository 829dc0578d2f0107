using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Xunit;

namespace MrsDiag.Tests.Shared;

/// <summary>
/// Fills every settable property of a record with a value of its own, and shows a record as lines to compare. Knows a fixed set of types:
/// a property of another type fails the test until filler and reader know it.
/// </summary>
internal sealed class FilledRecord
{
    private int _next;

    /// <summary>A record in which no property, at any depth, has the value it starts with.</summary>
    public static T Make<T>(Action<T>? except = null) where T : new()
    {
        T record = new();
        new FilledRecord().Fill(record, typeof(T).Name);
        except?.Invoke(record);
        return record;
    }

    /// <summary>One line a value: path and value, with the kind of times.</summary>
    public static List<string> Lines(object record)
    {
        List<string> lines = [];
        Show(record, "", lines);
        return lines;
    }

    /// <summary>The paths at which a record has the same value as a new one; none, where it is filled.</summary>
    public static List<string> Defaults(object record) => Defaults(record, "").ToList();

    private static IEnumerable<string> Defaults(object record, string path)
    {
        object fresh = Activator.CreateInstance(record.GetType())!;
        foreach (PropertyInfo property in Settable(record.GetType()))
        {
            object? value = property.GetValue(record);
            object? start = property.GetValue(fresh);
            string place = path + "." + property.Name;
            if (value is null || value.Equals(start) || value is Array { Length: 0 })
                yield return place;
            else if (IsRecord(property.PropertyType))
                foreach (string inner in Defaults(value, place))
                    yield return inner;
            else if (value is Array items && IsRecord(property.PropertyType.GetElementType()!))
                foreach (string inner in items.Cast<object>().SelectMany(item => Defaults(item, place)))
                    yield return inner;
        }
    }

    private void Fill(object record, string path)
    {
        foreach (PropertyInfo property in Settable(record.GetType()))
            property.SetValue(record, Value(property.PropertyType, property.GetValue(record), path + "." + property.Name));
    }

    private object Value(Type type, object? start, string path)
    {
        _next++;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsArray)
        {
            Array array = Array.CreateInstance(type.GetElementType()!, 2);
            for (int i = 0; i < array.Length; i++)
                array.SetValue(Value(type.GetElementType()!, null, path + i), i);
            return array;
        }
        if (type == typeof(int) && path.EndsWith(".Format", StringComparison.Ordinal))
            return start!;
        if (type.IsEnum)
        {
            object[] others = Enum.GetValues(type).Cast<object>().Where(v => !v.Equals(Activator.CreateInstance(type))).ToArray();
            return others[_next % others.Length];
        }
        if (type == typeof(string))
            return $"{path} {_next} <&> \u00e9\u2019 ";
        if (type == typeof(bool))
            return start is not true;
        if (type == typeof(int))
            return 100_000 + _next;
        if (type == typeof(long))
            return 5_000_000_000L + _next;
        if (type == typeof(TimeSpan))
            return TimeSpan.FromTicks(123_456_789L * _next);
        if (type == typeof(DateTime))
            return new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc).AddTicks(7_654_321L * _next);
        Assert.True(IsRecord(type), $"{path} is of type {type}, which neither this filler nor, perhaps, the reader knows.");
        object inner = Activator.CreateInstance(type)!;
        Fill(inner, path);
        return inner;
    }

    private static void Show(object? value, string path, List<string> lines)
    {
        if (value is Array items)
        {
            for (int i = 0; i < items.Length; i++)
                Show(items.GetValue(i), FormattableString.Invariant($"{path}[{i}]"), lines);
            lines.Add(FormattableString.Invariant($"{path}.Length = {items.Length}"));
        }
        else if (value is not null && IsRecord(value.GetType()))
        {
            foreach (PropertyInfo property in Settable(value.GetType()))
                Show(property.GetValue(value), path + "." + property.Name, lines);
        }
        else
        {
            lines.Add(path + " = " + (value is DateTime time ? time.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture)));
        }
    }

    private static PropertyInfo[] Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetSetMethod() is not null).ToArray();

    private static bool IsRecord(Type type) => type is { IsClass: true, IsArray: false } && type.Namespace?.StartsWith("MrsDiag", StringComparison.Ordinal) == true;
}
