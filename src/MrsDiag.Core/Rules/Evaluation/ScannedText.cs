using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using MrsDiag.Text;

namespace MrsDiag.Rules.Evaluation;

/// <summary>One distinct text, read once: which patterns it holds, and, only where a leaf asks, its normalised form and regex results.</summary>
internal sealed class ScannedText(string raw, int[] hits)
{
    private string? _normalized;
    private Dictionary<Regex, bool>? _matches;

    /// <summary>The text as it came.</summary>
    public string Raw { get; } = raw;

    /// <summary>Ids of the patterns it holds, ascending.</summary>
    public int[] Hits { get; } = hits;

    /// <summary>The normalised form.</summary>
    public string Normalized => _normalized ??= TextNormalizer.Normalize(Raw);

    /// <summary>Whether it holds a pattern.</summary>
    /// <param name="id">The pattern's id.</param>
    /// <returns><see langword="true"/> if so.</returns>
    public bool Holds(int id) => Array.BinarySearch(Hits, id) >= 0;

    /// <summary>Whether a regular expression matches; asked once per distinct text.</summary>
    /// <param name="regex">The expression, with its time limit.</param>
    /// <param name="normalized">Whether it looks at the normalised form.</param>
    /// <returns>Whether it matches.</returns>
    /// <exception cref="RegexMatchTimeoutException">The time limit was reached.</exception>
    public bool Matches(Regex regex, bool normalized)
    {
        _matches ??= [];
        if (!_matches.TryGetValue(regex, out bool result))
            _matches.Add(regex, result = regex.IsMatch(normalized ? Normalized : Raw));
        return result;
    }
}
