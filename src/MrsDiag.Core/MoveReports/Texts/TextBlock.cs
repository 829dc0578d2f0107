using System;
using System.Collections.Generic;
using System.Text;
using MrsDiag.Sources;

namespace MrsDiag.MoveReports;

/// <summary>A part of a text that is about one thing: printed properties, report lines, and what stands around them. Reads like an object.</summary>
internal sealed class TextBlock : IObjectView
{
    private readonly Dictionary<string, StringBuilder> _properties = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Report lines, whole.</summary>
    public List<StringBuilder> Lines { get; } = [];

    /// <summary>What is neither a property nor a report line.</summary>
    public StringBuilder Loose { get; } = new();

    /// <summary>Whether Format-List's form was seen; then names tight before a colon are part of a value.</summary>
    public bool IsSpaced { get; set; }

    /// <inheritdoc/>
    public IReadOnlyList<string> TypeNames => [];

    /// <inheritdoc/>
    public string? Text => null;

    /// <inheritdoc/>
    public IEnumerable<string> PropertyNames => _properties.Keys;

    /// <summary>Whether there are properties.</summary>
    public bool HasProperties => _properties.Count > 0;

    /// <summary>Starts a property; its value may grow.</summary>
    public StringBuilder Start(string name, string value) => _properties[name] = new StringBuilder(value);

    /// <inheritdoc/>
    public bool TryGet(string name, out object? value)
    {
        bool found = _properties.TryGetValue(name, out StringBuilder? text);
        value = found ? text!.ToString() : null;
        return found;
    }
}
