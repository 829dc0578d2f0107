using System.Linq;
using System.Threading.Tasks;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.BenchTests;

public sealed class DnsMasqTests
{
    private static DnsMasq Start() => new(
        DnsRecord.Address("mail.contoso.com", "127.0.0.2"),
        DnsRecord.Address("mail.contoso.com", "127.0.0.3"),
        DnsRecord.Address("mail.contoso.com", "fd00::25"),
        DnsRecord.Address("short.contoso.com", "127.0.0.4", ttl: 7),
        DnsRecord.Address("autodiscover.outlook.com", "127.0.0.5"),
        DnsRecord.Alias("autodiscover.contoso.com", "autod.ha-autod.outlook.com", ttl: 60),
        DnsRecord.Alias("autod.ha-autod.outlook.com", "autodiscover.outlook.com"),
        DnsRecord.Service("_autodiscover._tcp.contoso.com", "mail.contoso.com", 443));

    [PeerFact("dnsmasq", "dig")]
    public async Task It_gives_all_addresses_of_both_families()
    {
        using DnsMasq dns = Start();
        Assert.Equal(["127.0.0.2", "127.0.0.3"], await Witness.DigAsync(dns, "mail.contoso.com"));
        Assert.Equal(["fd00::25"], await Witness.DigAsync(dns, "mail.contoso.com", "AAAA"));
        Assert.Equal(["127.0.0.2", "127.0.0.3"], await Witness.DigAsync(dns, "mail.contoso.com", "A", "+tcp"));
    }

    [PeerFact("dnsmasq", "dig")]
    public async Task It_gives_the_whole_alias_chain_and_the_wanted_TTL()
    {
        using DnsMasq dns = Start();
        Assert.Equal(["127.0.0.5", "autod.ha-autod.outlook.com.", "autodiscover.outlook.com."], await Witness.DigAsync(dns, "autodiscover.contoso.com"));
        (_, string answer) = await Witness.RunAsync("dig", "@127.0.0.1", "-p", $"{dns.EndPoint.Port}", "+noall", "+answer", "short.contoso.com");
        Assert.Matches(@"^short\.contoso\.com\.\s+7\s+IN\s+A\s+127\.0\.0\.4", answer.Trim());
        Assert.Equal(["0 0 443 mail.contoso.com."], await Witness.DigAsync(dns, "_autodiscover._tcp.contoso.com", "SRV"));
    }

    [PeerFact("dnsmasq", "dig")]
    public async Task Unknown_names_do_not_exist_and_silent_ones_get_no_answer()
    {
        using DnsMasq dns = Start();
        (_, string unknown) = await Witness.RunAsync("dig", "@127.0.0.1", "-p", $"{dns.EndPoint.Port}", "no.fabrikam.com");
        Assert.Contains("status: NXDOMAIN", unknown);
        (int exitCode, string silent) = await Witness.RunAsync("dig", "@127.0.0.1", "-p", $"{dns.EndPoint.Port}", "+tries=1", "+time=1", "mail." + DnsMasq.SilentDomain);
        Assert.Equal(9, exitCode);
        Assert.Contains("timed out", silent);
    }

    [PeerFact("dnsmasq", "dig")]
    public async Task A_long_answer_is_truncated_over_UDP_and_whole_over_TCP()
    {
        using DnsMasq dns = new([.. Enumerable.Range(1, 60).Select(i => DnsRecord.Address("many.contoso.com", "127.0.1." + i))]);
        (_, string udp) = await Witness.RunAsync("dig", "@127.0.0.1", "-p", $"{dns.EndPoint.Port}", "+noedns", "+ignore", "many.contoso.com");
        Assert.Matches("flags:[a-z ]* tc", udp);
        Assert.Equal(60, (await Witness.DigAsync(dns, "many.contoso.com", "A", "+tcp")).Length);
    }
}
