using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag;

/// <summary>Rolls findings up by rule while they stream past; keeps names and numbers, not the findings.</summary>
public sealed class FindingSummarizer
{
    private readonly Dictionary<string, Roll> _rolls = new(StringComparer.Ordinal);

    /// <summary>Counts one finding.</summary>
    /// <param name="finding">The finding.</param>
    public void Add(Finding finding)
    {
        if (!_rolls.TryGetValue(finding.RuleId, out Roll? roll))
            _rolls.Add(finding.RuleId, roll = new Roll());
        roll.Add(finding);
    }

    /// <summary>The summaries: causes first, then by severity and by how many subjects have them.</summary>
    /// <returns>One object a rule.</returns>
    public IReadOnlyList<FindingSummary> Summarize() =>
        _rolls.Values.Select(r => r.ToSummary())
            .OrderBy(s => s.Role).ThenByDescending(s => s.Severity).ThenByDescending(s => s.SubjectCount)
            .ThenBy(s => s.RuleId, StringComparer.Ordinal).ToList();

    private sealed class Roll
    {
        private readonly SortedSet<string> _subjects = new(StringComparer.OrdinalIgnoreCase);
        private readonly SortedSet<string> _servers = new(StringComparer.OrdinalIgnoreCase);
        private Finding? _worst;
        private int _count;
        private DateTime? _first;
        private DateTime? _last;

        public void Add(Finding finding)
        {
            _subjects.Add(finding.Subject);
            _servers.UnionWith(finding.Servers);
            _count += finding.Count;
            if (finding.FirstSeen < (_first ?? DateTime.MaxValue))
                _first = finding.FirstSeen;
            if (finding.LastSeen > (_last ?? DateTime.MinValue))
                _last = finding.LastSeen;
            if (_worst is null || finding.Severity > _worst.Severity
                || (finding.Severity == _worst.Severity && finding.Confidence < _worst.Confidence))
                _worst = finding;
        }

        public FindingSummary ToSummary() => new()
        {
            RuleId = _worst!.RuleId,
            Name = _worst.Name,
            Title = _worst.Title,
            Severity = _worst.Severity,
            Confidence = _worst.Confidence,
            Role = _worst.Role,
            Owner = _worst.Owner,
            SubjectCount = _subjects.Count,
            Subjects = _subjects.ToArray(),
            Count = _count,
            Servers = _servers.ToArray(),
            FirstSeen = _first,
            LastSeen = _last,
            Remediation = _worst.Remediation,
        };
    }
}
