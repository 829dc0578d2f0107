using System;
using System.Collections;
using System.Collections.Generic;
using MrsDiag.Sources;

namespace MrsDiag.Core.Tests.MoveReports;

/// <summary>An object made of properties, as the readers see one; counts how often it is asked.</summary>
internal sealed class FakeView : IObjectView, IEnumerable
{
    private readonly Dictionary<string, object?> _properties = new(StringComparer.OrdinalIgnoreCase);

    public FakeView(string type = "", string? text = null)
    {
        TypeNames = type.Length == 0 ? [] : [type];
        Text = text;
    }

    public IReadOnlyList<string> TypeNames { get; }

    public string? Text { get; }

    public IEnumerable<string> PropertyNames => _properties.Keys;

    /// <summary>An enum value as a deserialized object has it: a text, and nothing else.</summary>
    public static FakeView Enum(string name) => new("Some.Enum", name);

    public void Add(string name, object? value) => _properties[name] = value;

    public bool TryGet(string name, out object? value) => _properties.TryGetValue(name, out value);

    public IEnumerator GetEnumerator() => _properties.GetEnumerator();
}
