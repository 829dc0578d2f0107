using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.RulePacks.Reporting;

namespace MrsDiag.RulePacks.Schema;

/// <summary>One of a fixed list of words.</summary>
/// <param name="Name">The shape in words, for example <c>severity</c>.</param>
/// <param name="Allowed">The words with their meaning; the meaning may be empty.</param>
internal sealed record WordShape(string Name, IReadOnlyList<(string Word, string Description)> Allowed) : Shape
{
    public override string Words => Name;

    /// <summary>The code for another word.</summary>
    public DiagnosticCode Code { get; init; } = DiagnosticCodes.UnknownWord;

    /// <summary>The words alone.</summary>
    public IEnumerable<string> AllowedWords => Allowed.Select(a => a.Word);

    /// <summary>Whether a word is in the list.</summary>
    /// <param name="word">The word, exactly as written.</param>
    /// <returns><see langword="true"/> if so.</returns>
    public bool Has(string word) => Allowed.Any(a => string.Equals(a.Word, word, StringComparison.Ordinal));

    /// <summary>Makes the shape of words without meanings.</summary>
    /// <param name="name">The shape in words.</param>
    /// <param name="words">The words.</param>
    /// <param name="code">The code for another word.</param>
    /// <returns>The shape.</returns>
    public static WordShape Of(string name, IEnumerable<string> words, DiagnosticCode code) =>
        new(name, words.Select(w => (w, "")).ToArray()) { Code = code };
}
