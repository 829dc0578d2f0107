using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints.Probing;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Probing;

/// <summary>J15: one endpoint first; after a refusal nobody else.</summary>
public class CredentialGateTests
{
    [Fact]
    public async Task One_after_another_is_let_through()
    {
        using CredentialGate gate = new(force: false);
        GateTicket first = await gate.EnterAsync(CancellationToken.None);
        Task<GateTicket>[] others = [.. Enumerable.Range(0, 5).Select(_ => gate.EnterAsync(CancellationToken.None))];
        await Task.Delay(100);
        Assert.All(others, other => Assert.False(other.IsCompleted));
        for (GateTicket ticket = first; others.Length > 0;)
        {
            ticket.Report("EX01", wasRefused: false);
            Task<GateTicket> next = await Task.WhenAny(others);
            others = [.. others.Where(other => other != next)];
            ticket = await next;
            Assert.Null(ticket.RefusedBy);
            await Task.Delay(20);
            Assert.All(others, other => Assert.False(other.IsCompleted));
        }
    }

    [Fact]
    public async Task A_refusal_after_an_accepted_logon_still_stops_those_that_wait()
    {
        using CredentialGate gate = new(force: false);
        (await gate.EnterAsync(CancellationToken.None)).Report("EX01", wasRefused: false);
        GateTicket second = await gate.EnterAsync(CancellationToken.None);
        Task<GateTicket>[] waiting = [.. Enumerable.Range(0, 5).Select(_ => gate.EnterAsync(CancellationToken.None))];
        second.Report("EX02", wasRefused: true);
        Assert.All(await Task.WhenAll(waiting), ticket => Assert.Equal("EX02", ticket.RefusedBy));
    }

    [Fact]
    public async Task After_a_refusal_nobody_else_is_let_through()
    {
        using CredentialGate gate = new(force: false);
        GateTicket first = await gate.EnterAsync(CancellationToken.None);
        Task<GateTicket> waiting = gate.EnterAsync(CancellationToken.None);
        first.Report("EX01", wasRefused: true);
        Assert.Equal("EX01", (await waiting).RefusedBy);
        Assert.Equal("EX01", (await gate.EnterAsync(CancellationToken.None)).RefusedBy);
    }

    [Fact]
    public async Task A_late_refusal_closes_the_gate_too()
    {
        using CredentialGate gate = new(force: false);
        (await gate.EnterAsync(CancellationToken.None)).Report("EX01", wasRefused: false);
        (await gate.EnterAsync(CancellationToken.None)).Report("EX02", wasRefused: true);
        Assert.Equal("EX02", (await gate.EnterAsync(CancellationToken.None)).RefusedBy);
    }

    [Fact]
    public async Task Who_insists_goes_on()
    {
        using CredentialGate gate = new(force: true);
        (await gate.EnterAsync(CancellationToken.None)).Report("EX01", wasRefused: true);
        Assert.Null((await gate.EnterAsync(CancellationToken.None)).RefusedBy);
    }

    [Fact]
    public async Task Where_no_answer_came_the_next_one_is_asked_alone()
    {
        using CredentialGate gate = new(force: false);
        GateTicket silent = await gate.EnterAsync(CancellationToken.None);
        Task<GateTicket> second = gate.EnterAsync(CancellationToken.None);
        Task<GateTicket> third = gate.EnterAsync(CancellationToken.None);
        silent.Dispose();
        GateTicket next = await await Task.WhenAny(second, third);
        await Task.Delay(100);
        Assert.Equal(1, new[] { second, third }.Count(task => task.IsCompleted));
        Assert.Null(next.RefusedBy);
    }

    [Theory]
    [InlineData("CONTOSO\\adele", "", "CONTOSO", "adele", "domainUser")]
    [InlineData("adele", "CONTOSO", "CONTOSO", "adele", "domainUser")]
    [InlineData("adele@contoso.com", "", "", "adele@contoso.com", "userPrincipalName")]
    [InlineData("adele", "", "", "adele", "plain")]
    public void The_account_is_split_and_its_form_told(string user, string domain, string expectedDomain, string expectedUser, string form)
    {
        NetworkCredential given = new(user, "x", domain);
        NetworkCredential split = Account.Split(given);
        Assert.Equal((expectedDomain, expectedUser, "x"), (split.Domain, split.UserName, split.Password));
        Assert.Equal(form, Account.Form(given));
    }
}
