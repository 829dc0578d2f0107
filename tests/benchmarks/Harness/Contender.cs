using System;

namespace MrsDiag.Benchmarks.Harness;

/// <summary>One of those that do the same work side by side.</summary>
/// <param name="Name">What it is called in the results.</param>
/// <param name="Run">Does the work once.</param>
internal sealed record Contender(string Name, Action Run);
