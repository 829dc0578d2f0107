namespace MrsDiag.Affinity;

/// <summary>How far the test of one endpoint is.</summary>
/// <param name="Host">Its host name.</param>
/// <param name="Sent">Requests sent so far.</param>
/// <param name="Planned">Requests planned at most; 0 where not known yet.</param>
/// <param name="Servers">Servers that have answered so far.</param>
public sealed record AffinityProgress(string Host, int Sent, int Planned, int Servers);
