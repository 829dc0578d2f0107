using System.Net;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>One target of a balancer.</summary>
/// <param name="Name">Its name in the balancer's configuration and log.</param>
/// <param name="EndPoint">Where it listens.</param>
/// <param name="IsTls">Whether the balancer must speak TLS to it (re-encryption).</param>
internal sealed record BalancedServer(string Name, IPEndPoint EndPoint, bool IsTls = false);
