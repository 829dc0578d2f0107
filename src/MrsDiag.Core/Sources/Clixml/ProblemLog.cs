using System.Collections.Generic;

namespace MrsDiag.Sources.Clixml;

/// <summary>Problems as they are met: the first ones one by one, all of them counted.</summary>
internal sealed class ProblemLog(int limit)
{
    private readonly List<ClixmlProblem> _kept = [];

    public IReadOnlyList<ClixmlProblem> Kept => _kept;

    public int Count { get; private set; }

    public void Add(ClixmlProblemKind kind, int line, string message)
    {
        Count++;
        // The problem that ends the reading comes last and must not fall to the limit.
        if (_kept.Count < limit || EndsReading(kind))
            _kept.Add(new ClixmlProblem(kind, line, message));
    }

    private static bool EndsReading(ClixmlProblemKind kind) =>
        kind is ClixmlProblemKind.Truncated or ClixmlProblemKind.Malformed or ClixmlProblemKind.TrailingData
            or ClixmlProblemKind.ReadError or ClixmlProblemKind.Oversized;
}
