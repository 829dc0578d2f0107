namespace MrsDiag.Affinity;

/// <summary>Where one new connection arrived.</summary>
/// <param name="Trial">The first answer on it that names a server.</param>
/// <param name="Server">That server.</param>
internal sealed record Arrival(AffinityTrial Trial, string Server);
