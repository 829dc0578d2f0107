namespace MrsDiag.Benchmarks.Harness;

/// <summary>One line of the results.</summary>
/// <param name="Job">What was done.</param>
/// <param name="Beside">What it was compared with.</param>
/// <param name="Measured">What came out, with its unit.</param>
/// <param name="Aim">What it should be; empty for a line that only informs.</param>
/// <param name="IsMet">Whether it is.</param>
internal sealed record Result(string Job, string Beside, string Measured, string Aim = "", bool IsMet = true)
{
    public string Verdict => Aim.Length == 0 ? "" : IsMet ? "met" : "**not met**";
}
