using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.RulePacks.Yaml;

/// <summary>One key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>A mapping. Keys are unique; a second use was reported while reading.</summary>
internal sealed class YamlMapping(IReadOnlyList<YamlEntry> entries, bool isFlow, int start, int end) : YamlNode(start, end)
{
    /// <summary>The entries in file order.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    /// <summary>Whether it is written in braces.</summary>
    public bool IsFlow { get; } = isFlow;

    public override string Words => "a mapping of keys";

    /// <summary>Looks a key up.</summary>
    /// <param name="key">Exact key.</param>
    /// <returns>The entry, or <see langword="null"/>.</returns>
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(e => string.Equals(e.Key.Value, key, StringComparison.Ordinal));

    /// <summary>The value of a key where it is a scalar.</summary>
    /// <param name="key">Exact key.</param>
    /// <returns>The scalar, or <see langword="null"/>.</returns>
    public YamlScalar? Scalar(string key) => Find(key)?.Value as YamlScalar;

    /// <summary>The text of a key where it is a scalar with a value.</summary>
    /// <param name="key">Exact key.</param>
    /// <returns>The text, without the line break that ends a block scalar; <see langword="null"/> where there is none.</returns>
    public string? Text(string key) => Scalar(key) is { Kind: not ScalarKind.Empty } scalar
        ? scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? scalar.Value.TrimEnd('\n') : scalar.Value
        : null;

    /// <summary>The value of a key where it is a mapping.</summary>
    /// <param name="key">Exact key.</param>
    /// <returns>The mapping, or <see langword="null"/>.</returns>
    public YamlMapping? Mapping(string key) => Find(key)?.Value as YamlMapping;

    /// <summary>The items of a key where it is a sequence.</summary>
    /// <param name="key">Exact key.</param>
    /// <returns>The items; empty where there is none.</returns>
    public IReadOnlyList<YamlNode> Items(string key) => (Find(key)?.Value as YamlSequence)?.Items ?? [];

    /// <summary>The texts of a key where it is a sequence of scalars.</summary>
    /// <param name="key">Exact key.</param>
    /// <returns>The scalars; empty where there is none.</returns>
    public IEnumerable<YamlScalar> Scalars(string key) => Items(key).OfType<YamlScalar>().Where(s => s.Kind != ScalarKind.Empty);
}
