using System;
using System.Collections.Generic;
using System.Globalization;
using System.Reflection;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.Endpoints;

/// <summary>
/// Fills a record of settable properties from an object. By reflection, so that no property can be forgotten when the record grows.
/// The record's own types bound the depth, a count bounds the rest.
/// </summary>
internal sealed class RecordReader
{
    private const int MaxItems = 10_000;
    private const int MaxValues = 500_000;

    private int _values;

    /// <summary>Fills a record.</summary>
    /// <param name="record">The record, with its defaults.</param>
    /// <param name="view">The object.</param>
    /// <param name="path">Where the object stands, for messages.</param>
    /// <exception cref="EndpointInputException">A value cannot be read; the message names the property.</exception>
    public void Fill(object record, IObjectView view, string path)
    {
        foreach (PropertyInfo property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (!property.CanWrite || property.GetSetMethod() is null || !view.TryGet(property.Name, out object? value) || value is null)
                continue;
            string place = path.Length == 0 ? property.Name : path + "." + property.Name;
            property.SetValue(record, Convert(value, property.PropertyType, place), null);
        }
    }

    private object Convert(object value, Type type, string path)
    {
        if (++_values > MaxValues)
            throw ObservationReader.Invalid($"At {path} the object has more than {MaxValues} values, more than any observation.");
        if (type.IsArray)
            return ConvertList(value, type.GetElementType()!, path);
        type = Nullable.GetUnderlyingType(type) ?? type;
        return ScalarReader.IsScalar(type) ? ScalarReader.Read(value, type, path) : ConvertRecord(value, type, path);
    }

    private Array ConvertList(object value, Type type, string path)
    {
        IReadOnlyList<object?> items = value is string text && text.Length == 0 ? [] : ObjectValues.ToList(value);
        if (items.Count > MaxItems)
            throw ObservationReader.Invalid(string.Format(
                CultureInfo.InvariantCulture, "{0} has {1} items; an observation has at most {2}.", path, items.Count, MaxItems));
        List<object> converted = [];
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is { } item)
                converted.Add(Convert(item, type, path + "[" + i.ToString(CultureInfo.InvariantCulture) + "]"));
        }
        Array array = Array.CreateInstance(type, converted.Count);
        for (int i = 0; i < converted.Count; i++)
            array.SetValue(converted[i], i);
        return array;
    }

    private object ConvertRecord(object value, Type type, string path)
    {
        if (value is not IObjectView view)
            throw value is string ? ObservationReader.Flattened(path) : ObservationReader.Invalid($"{path} is no object.");
        // A text and nothing else: what too small a depth leaves of an object.
        if (view.Text is { Length: > 0 } && !HasProperties(view))
            throw ObservationReader.Flattened(path);
        object record = Activator.CreateInstance(type)!;
        Fill(record, view, path);
        return record;
    }

    private static bool HasProperties(IObjectView view)
    {
        foreach (string _ in view.PropertyNames)
            return true;
        return false;
    }
}
