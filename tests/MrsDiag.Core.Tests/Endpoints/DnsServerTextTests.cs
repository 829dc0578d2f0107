using System;
using System.Net;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints;

public sealed class DnsServerTextTests
{
    [Theory]
    [InlineData("10.0.0.53", "10.0.0.53:53")]
    [InlineData(" 10.0.0.53:5353 ", "10.0.0.53:5353")]
    [InlineData("2001:db8::53", "[2001:db8::53]:53")]
    [InlineData("[2001:db8::53]", "[2001:db8::53]:53")]
    [InlineData("[2001:db8::53]:5353", "[2001:db8::53]:5353")]
    public async Task An_address_is_taken_with_and_without_a_port(string text, string expected) =>
        Assert.Equal(expected, (await DnsServerText.ReadAsync(text, CancellationToken.None)).ToString());

    [Fact]
    public async Task A_name_is_looked_up()
    {
        IPEndPoint server = await DnsServerText.ReadAsync("localhost:5353", CancellationToken.None);
        Assert.True(IPAddress.IsLoopback(server.Address));
        Assert.Equal(5353, server.Port);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("10.0.0.53:0")]
    [InlineData("10.0.0.53:70000")]
    [InlineData("10.0.0.53:")]
    [InlineData("[2001:db8::53")]
    [InlineData("[2001:db8::53]5353")]
    [InlineData("[2001:db8::53]:x")]
    [InlineData("https://dns.contoso.com/")]
    [InlineData("no-such-host.invalid")]
    public async Task Anything_else_is_refused_with_examples(string text)
    {
        EndpointInputException e = await Assert.ThrowsAsync<EndpointInputException>(() => DnsServerText.ReadAsync(text, CancellationToken.None));
        Assert.Equal(EndpointInputException.DnsServerInvalid, e.Code);
        Assert.Contains("10.0.0.53:5353", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_ends_the_look_up()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DnsServerText.ReadAsync("localhost", stop.Token));
    }

    [Theory]
    [InlineData(@"CONTOSO\adele", "CONTOSO", "adele", false)]
    [InlineData("adele@contoso.com", "", "adele@contoso.com", true)]
    [InlineData(@"CONTOSO\adele@home", "CONTOSO", "adele@home", false)]
    [InlineData("adele", "", "adele", false)]
    public void An_account_is_split_at_its_backslash_only(string name, string domain, string user, bool isUpn)
    {
        using SecureString password = new();
        password.AppendChar('x');
        NetworkCredential credential = EndpointAccount.Read(name, password);
        Assert.Equal((domain, user, "x"), (credential.Domain, credential.UserName, credential.Password));
        Assert.Equal(isUpn, EndpointAccount.IsUserPrincipalName(name));
    }
}
