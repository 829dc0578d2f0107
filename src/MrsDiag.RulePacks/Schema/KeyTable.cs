using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.RulePacks.Reporting;

namespace MrsDiag.RulePacks.Schema;

/// <summary>The keys of one kind of mapping.</summary>
/// <param name="Id">Name in the JSON schema.</param>
/// <param name="Name">Name in messages, for example <c>rule</c>.</param>
/// <param name="Description">What such a mapping is.</param>
/// <param name="Rows">Its keys, in the order to write them.</param>
internal sealed record KeyTable(string Id, string Name, string Description, IReadOnlyList<KeyRow> Rows)
{
    /// <summary>Keys that exclude each other.</summary>
    public IReadOnlyList<KeyChoice> Choices { get; init; } = [];

    /// <summary>A key beside which no other may stand.</summary>
    public string? Alone { get; init; }

    /// <summary>Whether a mapping without any key is refused.</summary>
    public bool NeedsAKey { get; init; }

    /// <summary>What a key is called: a key, or a field of facts.</summary>
    public string KeyWord { get; init; } = "key";

    /// <summary>The code for a key that is not in the table.</summary>
    public DiagnosticCode UnknownCode { get; init; } = DiagnosticCodes.UnknownKey;

    /// <summary>Whether the name is the key that holds the mapping, and not a word for it.</summary>
    public bool IsNamedByKey { get; init; }

    /// <summary>The mapping in messages.</summary>
    public string Phrase => IsNamedByKey ? $"'{Name}'" : Grammar.WithArticle(Name);

    /// <summary>The keys alone.</summary>
    public IEnumerable<string> Keys => Rows.Select(r => r.Key);

    /// <summary>Looks a key up.</summary>
    /// <param name="key">Exact key.</param>
    /// <returns>The row, or <see langword="null"/>.</returns>
    public KeyRow? Find(string key) => Rows.FirstOrDefault(r => string.Equals(r.Key, key, StringComparison.Ordinal));
}
