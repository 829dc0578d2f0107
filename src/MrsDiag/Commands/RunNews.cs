using MrsDiag.Affinity;

namespace MrsDiag.Commands;

/// <summary>What a run tells the pipeline thread: a result, a line about what is being sent, or how far it is.</summary>
/// <typeparam name="T">The kind of result.</typeparam>
/// <param name="Result">A result.</param>
/// <param name="Line">A line for -Verbose.</param>
/// <param name="Progress">How far one endpoint is.</param>
internal readonly record struct RunNews<T>(T? Result = null, string? Line = null, AffinityProgress? Progress = null) where T : class;
