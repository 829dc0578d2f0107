using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Affinity;

/// <summary>One sign of the server over all answers: its values, and whether they changed.</summary>
internal sealed class SignSeries
{
    private readonly Func<AffinityTrial, string> _read;
    private readonly Dictionary<string, string> _first = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a sign.</summary>
    /// <param name="answered">The trials with an answer.</param>
    /// <param name="read">The sign of one of them; empty where it did not come.</param>
    public SignSeries(IReadOnlyList<AffinityTrial> answered, Func<AffinityTrial, string> read)
    {
        _read = read;
        AffinityTrial[] having = [.. answered.Where(t => read(t).Length > 0)];
        Values = [.. having.Select(read).Distinct(StringComparer.OrdinalIgnoreCase)];
        Count = having.Length;
        foreach (string value in Values)
            _first.Add(value, value);
        State = Values.Count switch
        {
            0 => SignState.None,
            1 => SignState.Constant,
            _ => having.GroupBy(t => t.Address, StringComparer.OrdinalIgnoreCase)
                .All(g => g.Select(read).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1) ? SignState.ByAddress : SignState.Changes,
        };
    }

    /// <summary>The distinct values, in order of their first appearance.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>In how many answers it came.</summary>
    public int Count { get; }

    /// <summary>What it did.</summary>
    public SignState State { get; }

    /// <summary>Whether more than one value came: a change of server for every sign that cannot come from the balancer (J19).</summary>
    public bool Varies => Values.Count > 1;

    /// <summary>The only value; empty where there is none or several.</summary>
    public string Only => Values.Count == 1 ? Values[0] : "";

    /// <summary>The sign of one trial, in the casing of its first appearance; empty where it did not come.</summary>
    public string Of(AffinityTrial trial) => _first.TryGetValue(_read(trial), out string? value) ? value : "";
}
