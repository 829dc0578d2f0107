using System;
using System.Linq;
using System.Net.NetworkInformation;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>Two hundred endpoints in one run.</summary>
public sealed class ManyTests
{
    // One address opens at most so many connections at a time: five hellos beside the first handshake, or seven calls and two challenges.
    private const int PerAddress = 10;

    [Theory]
    [InlineData(64)]
    [InlineData(200)]
    public async Task Two_hundred_slow_endpoints_all_answer_and_the_throttle_bounds_the_connections(int throttle)
    {
        using DelayedEndpoints servers = new(200, TimeSpan.FromMilliseconds(200), Probe.Good);
        int port = servers.EndPoints[0].Port, most = 0;
        using CancellationTokenSource stop = new();
        Task watch = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                most = Math.Max(most, OpenTo(port));
                await Task.Delay(100);
            }
        });
        EndpointProbeOptions options = Probe.Hasty with { ThrottleLimit = throttle, StageTimeout = TimeSpan.FromMinutes(1), Timeout = TimeSpan.FromMinutes(3) };
        EndpointObservation[] seen = await Probe.ObserveAsync(options, [.. servers.EndPoints.Select(e => Probe.Direct(e))]);
        await stop.CancelAsync();
        await watch;
        Assert.Equal(200, seen.Length);
        Assert.Equal(Enumerable.Range(1, 200).Select(i => $"EX{i:000}"), seen.Select(o => o.Challenges.First(c => c.Scheme == "NTLM").NetBiosComputerName));
        Assert.All(seen, o => Assert.All(o.Exchanges, e => Assert.True(e is { End: CallEnd.Succeeded, Status: 401 }, $"{o.Address} {e.Purpose} {e.End} {e.Error}")));
        Assert.InRange(most, 1, throttle * PerAddress);
    }

    private static int OpenTo(int port) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Count(c => c.RemoteEndPoint.Port == port && c.State == TcpState.Established);
}
