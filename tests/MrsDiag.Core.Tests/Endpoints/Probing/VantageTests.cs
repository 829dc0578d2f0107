using System.Net;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Probing;

/// <summary>J13: where the probe stands.</summary>
public class VantageTests
{
    private static readonly LocalNetwork Inside = new([(IPAddress.Parse("10.1.2.3"), 24), (IPAddress.Loopback, 8)], []);
    private static readonly LocalNetwork Outside = new([(IPAddress.Parse("203.0.113.10"), 24), (IPAddress.Parse("2001:db8:1::5"), 64)], []);

    [Theory]
    [InlineData("10.9.9.9", true)]
    [InlineData("172.16.0.1", true)]
    [InlineData("172.31.255.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.1.1", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("100.128.0.1", false)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("2001:db8::1", false)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("198.51.100.7", false)]
    public void Private_addresses_are_inside(string address, bool isPrivate) =>
        Assert.Equal(isPrivate, new VantageFinder(null, Inside).Find(IPAddress.Parse(address)).Vantage == EndpointVantage.Internal);

    [Fact]
    public void A_public_address_seen_from_a_private_one_is_unknown()
    {
        (EndpointVantage vantage, string reason) = new VantageFinder(null, Inside).Find(IPAddress.Parse("198.51.100.7"));
        Assert.Equal(EndpointVantage.Unknown, vantage);
        Assert.Contains("private addresses only", reason);
    }

    [Fact]
    public void A_public_address_seen_from_a_public_one_is_outside() =>
        Assert.Equal(EndpointVantage.External, new VantageFinder(null, Outside).Find(IPAddress.Parse("198.51.100.7")).Vantage);

    [Theory]
    [InlineData("203.0.113.99", "this computer's 203.0.113.10/24")]
    [InlineData("2001:db8:1:77::1", "same /48 prefix")]
    public void A_neighbor_is_inside_though_public(string address, string reason)
    {
        (EndpointVantage vantage, string said) = new VantageFinder(null, Outside).Find(IPAddress.Parse(address));
        Assert.Equal(EndpointVantage.Internal, vantage);
        Assert.Contains(reason, said);
    }

    [Fact]
    public void What_the_user_says_wins() =>
        Assert.Equal(EndpointVantage.External, new VantageFinder(EndpointVantage.External, Inside).Find(IPAddress.Parse("10.0.0.1")).Vantage);

    [Theory]
    [InlineData("198.51.100.7", true)]
    [InlineData("10.0.0.1", false)]
    public void Silence_of_a_public_address_may_be_a_hairpin(string address, bool expected)
    {
        IPAddress parsed = IPAddress.Parse(address);
        Assert.Equal(expected, new VantageFinder(null, Inside).MayBeHairpin(parsed, EndpointVantage.Unknown));
        Assert.False(new VantageFinder(null, Inside).MayBeHairpin(parsed, EndpointVantage.External));
        Assert.False(new VantageFinder(null, Outside).MayBeHairpin(parsed, EndpointVantage.Unknown));
    }

    [Fact]
    public void This_computer_has_addresses()
    {
        LocalNetwork own = LocalNetwork.Read();
        Assert.NotNull(own.Neighbor(IPAddress.Loopback));
    }
}
