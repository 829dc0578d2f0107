using System.Collections.Generic;

namespace MrsDiag.Fixtures.Clixml;

/// <summary>An object to be written: what PowerShell sees of one.</summary>
public sealed class FixtureObject(IReadOnlyList<string> typeNames, string? text)
{
    /// <summary>Type names, most derived first, without <c>Deserialized.</c>.</summary>
    public IReadOnlyList<string> TypeNames { get; } = typeNames;

    /// <summary>What ToString gives; <see langword="null"/> leaves the element out.</summary>
    public string? Text { get; } = text;

    /// <summary>The object's own properties (Props).</summary>
    public List<KeyValuePair<string, object?>> Properties { get; } = [];

    /// <summary>Note properties (MS), RunspaceId for example.</summary>
    public List<KeyValuePair<string, object?>> Notes { get; } = [];

    /// <summary>Adds a property.</summary>
    /// <returns>This object.</returns>
    public FixtureObject With(string name, object? value)
    {
        Properties.Add(new KeyValuePair<string, object?>(name, value));
        return this;
    }

    /// <summary>Adds a note property.</summary>
    /// <returns>This object.</returns>
    public FixtureObject WithNote(string name, object? value)
    {
        Notes.Add(new KeyValuePair<string, object?>(name, value));
        return this;
    }
}
