using System.Collections.Generic;

namespace MrsDiag.Sources;

/// <summary>
/// An object read by property name, wherever it comes from: a live or deserialized PowerShell object, or CLIXML.
/// A value is <see langword="null"/>, a <see cref="string"/>, a number, <see cref="bool"/>, <see cref="System.DateTime"/>,
/// <see cref="System.TimeSpan"/>, <see cref="System.Guid"/>, <see cref="System.Version"/>, bytes, another <see cref="IObjectView"/>,
/// or a list (<see cref="IReadOnlyList{T}"/> of such values). Enums come as views whose <see cref="Text"/> is the name,
/// or as plain strings.
/// </summary>
public interface IObjectView
{
    /// <summary>Type names, most derived first, without <c>Deserialized.</c>; empty where not known.</summary>
    IReadOnlyList<string> TypeNames { get; }

    /// <summary>What the object's ToString gave; <see langword="null"/> where not known.</summary>
    string? Text { get; }

    /// <summary>Names of the properties that are there.</summary>
    IEnumerable<string> PropertyNames { get; }

    /// <summary>Reads one property without regard to case.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value; <see langword="null"/> may be a real null.</param>
    /// <returns>Whether the property is there. A getter that throws counts as missing.</returns>
    bool TryGet(string name, out object? value);
}
