using MrsDiag.Endpoints;

namespace MrsDiag.Commands;

/// <summary>What a run tells the pipeline thread: a result, or a line about what is being sent.</summary>
/// <param name="Result">A result.</param>
/// <param name="Line">A line for -Verbose.</param>
internal readonly record struct EndpointNews(EndpointResult? Result, string? Line);
