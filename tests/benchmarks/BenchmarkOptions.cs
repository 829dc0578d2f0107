using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchmarkOptions(IReadOnlySet<string> Rows, bool IsQuick, bool UsesProcessorTime)
{
    public static readonly IReadOnlyList<string> AllRows = ["clixml", "objects", "endpoints", "import"];

    public bool IsWhole => !IsQuick && !UsesProcessorTime && AllRows.All(Rows.Contains);

    /// <summary>Chooses between the size of a full and of a quick run.</summary>
    public int Pick(int full, int quick) => IsQuick ? quick : full;

    /// <summary>Reads the command line; null where it is not understood.</summary>
    public static BenchmarkOptions? Parse(string[] args)
    {
        HashSet<string> rows = new(StringComparer.OrdinalIgnoreCase);
        bool quick = false;
        bool processorTime = false;
        foreach (string arg in args)
        {
            if (arg == "--quick")
                quick = true;
            else if (arg == "--cpu")
                processorTime = true;
            else if (arg == "all")
                rows.UnionWith(AllRows);
            else if (AllRows.Contains(arg))
                rows.Add(arg);
            else
                return null;
        }
        return rows.Count == 0 ? null : new BenchmarkOptions(rows, quick, processorTime);
    }
}
