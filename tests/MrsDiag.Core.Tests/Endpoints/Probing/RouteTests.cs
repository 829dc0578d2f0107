using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Core.Tests.Endpoints.Probing.Support;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Probing;

/// <summary>J13: what this computer cannot reach says nothing about the endpoint.</summary>
public class RouteTests
{
    [Theory]
    [InlineData("::1", "noRoute")]
    [InlineData("127.0.0.1", "")]
    public async Task An_address_family_without_a_route_is_not_tested(string address, string reason)
    {
        TcpResult failed = new(null, CallEnd.Unreachable, "", SocketError.NetworkUnreachable, default);
        ProbePlace place = new(IPAddress.Parse(address), ProbeBench.Host, 443, true, "/");
        using CredentialGate gate = new(force: false);
        AddressProbe probe = new(ProbeBench.Quick, new VantageFinder(null, new LocalNetwork([], [])), gate) { Connect = (_, _) => Task.FromResult(failed) };
        EndpointObservation observation = new();
        await probe.RunAsync(observation, place, CancellationToken.None);
        Assert.Equal(reason, ProbeBench.Reason(observation, EndpointStage.Tcp));
        Assert.Equal(CallEnd.Unreachable, observation.Tcp.End);
        Assert.Equal("stageBeforeFailed", ProbeBench.Reason(observation, EndpointStage.Tls));
    }

    [Theory]
    [InlineData("2001:db8::1", SocketError.HostUnreachable, CallEnd.Unreachable, "noRoute")]
    [InlineData("2001:db8::1", SocketError.TimedOut, CallEnd.TimedOut, "noRoute")]
    [InlineData("2001:db8::1", SocketError.ConnectionRefused, CallEnd.Refused, "")]
    [InlineData("198.51.100.7", SocketError.TimedOut, CallEnd.TimedOut, "hairpin")]
    [InlineData("198.51.100.7", SocketError.HostUnreachable, CallEnd.Unreachable, "")]
    [InlineData("10.0.0.7", SocketError.TimedOut, CallEnd.TimedOut, "")]
    public async Task Silence_is_weighed_by_where_the_computer_stands(string address, SocketError error, CallEnd end, string reason)
    {
        TcpResult failed = new(null, end, "", error, default);
        LocalNetwork inside = new([(IPAddress.Parse("10.1.2.3"), 24)], []);
        using CredentialGate gate = new(force: false);
        AddressProbe probe = new(ProbeBench.Quick, new VantageFinder(null, inside), gate) { Connect = (_, _) => Task.FromResult(failed) };
        EndpointObservation observation = new();
        await probe.RunAsync(observation, new ProbePlace(IPAddress.Parse(address), ProbeBench.Host, 443, true, "/"), CancellationToken.None);
        Assert.Equal(reason, ProbeBench.Reason(observation, EndpointStage.Tcp));
    }
}
