using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>What conditions see while one rule judges one fact set.</summary>
internal sealed class EvaluationScope(FactSet facts, TextCache texts, Func<string, bool> hasFired)
{
    private readonly SortedSet<string> _unknownFields = new(StringComparer.Ordinal);

    /// <summary>The facts.</summary>
    public FactSet Facts { get; } = facts;

    /// <summary>The group, while a case of a grouped rule is judged.</summary>
    public GroupMatch? Group { get; set; }

    /// <summary>The items of the group; then a leaf on an item field holds when one item meets it.</summary>
    public IReadOnlyList<FactItem>? GroupItems { get; set; }

    /// <summary>Needed fields that were missing where they mattered.</summary>
    public IReadOnlyCollection<string> UnknownFields => _unknownFields;

    /// <summary>Whether a regular expression ran out of time.</summary>
    public bool TimedOut { get; private set; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its reading.</returns>
    public ScannedText Scan(string text) => texts.Get(text);

    /// <summary>Whether another rule gave a finding.</summary>
    /// <param name="ruleId">Its id.</param>
    /// <returns><see langword="true"/> if so.</returns>
    public bool HasFired(string ruleId) => hasFired(ruleId);

    /// <summary>Notes that a needed field was missing.</summary>
    /// <param name="field">Its name.</param>
    /// <returns><see cref="Truth.Unknown"/>.</returns>
    public Truth Missing(string field)
    {
        _unknownFields.Add(field);
        return Truth.Unknown;
    }

    /// <summary>Matches a regular expression; a time-out makes the answer unknown and is told.</summary>
    /// <param name="text">The text.</param>
    /// <param name="regex">The expression.</param>
    /// <param name="normalized">Whether it looks at the normalised form.</param>
    /// <returns>The answer.</returns>
    public Truth Match(string text, Regex regex, bool normalized)
    {
        try
        {
            return Scan(text).Matches(regex, normalized) ? Truth.True : Truth.False;
        }
        catch (RegexMatchTimeoutException)
        {
            TimedOut = true;
            return Truth.Unknown;
        }
    }

    /// <summary>The items that a leaf with this scope looks at.</summary>
    /// <param name="scope">Item or parent.</param>
    /// <param name="item">The selected item, or <see langword="null"/> when a group is judged.</param>
    /// <returns>One item, or those of the group.</returns>
    public IEnumerable<FactItem> Targets(FieldScope scope, FactItem? item)
    {
        if (scope == FieldScope.Parent)
            return [Facts.Parent];
        return item is not null ? [item] : GroupItems ?? Enumerable.Empty<FactItem>();
    }
}
