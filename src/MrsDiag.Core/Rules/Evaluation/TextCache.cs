using System;
using System.Collections.Generic;

namespace MrsDiag.Rules.Evaluation;

/// <summary>The texts seen lately. Reports repeat their lines, within a mailbox and across a batch.</summary>
internal sealed class TextCache(PatternIndex index)
{
    private const int MaxTexts = 20_000;
    private const int MaxCharacters = 8_000_000;
    private readonly Dictionary<string, ScannedText> _texts = new(StringComparer.Ordinal);
    private int _characters;

    /// <summary>Reads a text, or gives back what an earlier reading found.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its reading.</returns>
    public ScannedText Get(string text)
    {
        if (_texts.TryGetValue(text, out ScannedText? known))
            return known;
        // Emptied whole when full: bounded memory matters more than the last bit of reuse.
        if (_texts.Count >= MaxTexts || _characters > MaxCharacters)
        {
            _texts.Clear();
            _characters = 0;
        }
        ScannedText scanned = new(text, index.Scan(text));
        _texts.Add(text, scanned);
        _characters += text.Length;
        return scanned;
    }
}
