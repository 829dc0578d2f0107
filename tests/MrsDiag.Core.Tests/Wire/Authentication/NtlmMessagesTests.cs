using System;
using System.Linq;
using MrsDiag.Wire.Authentication;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Authentication;

public class NtlmMessagesTests
{
    private static readonly DateTime Noon = new(2026, 7, 11, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_negotiate_message_is_the_one_that_a_browser_sends_and_names_nobody()
    {
        Assert.Equal("TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAAKAGFKAAAADw==", Convert.ToBase64String(NtlmMessages.CreateNegotiate()));
    }

    [Fact]
    public void The_public_sample_with_target_information_is_read()
    {
        NtlmChallenge challenge = NtlmMessages.ReadChallenge(WireBytes.Hex(ChallengeBytes.PublicVersion2));
        Assert.Equal("Server", challenge.TargetName);
        Assert.Equal("Domain", challenge.NetBiosDomainName);
        Assert.Equal("Server", challenge.NetBiosComputerName);
        Assert.Equal("", challenge.DnsComputerName);
        Assert.Equal(new Version(6, 0, 6000), challenge.OsVersion);
        Assert.Null(challenge.TimestampUtc);
        Assert.Equal(0xE28A8233u, challenge.Flags);
        Assert.Empty(challenge.Anomalies);
    }

    [Fact]
    public void The_public_sample_without_target_information_is_read()
    {
        NtlmChallenge challenge = NtlmMessages.ReadChallenge(WireBytes.Hex(ChallengeBytes.PublicVersion1));
        Assert.Equal("Server", challenge.TargetName);
        Assert.Equal("", challenge.NetBiosComputerName);
        Assert.Empty(challenge.Anomalies);
    }

    [Fact]
    public void All_names_the_version_and_the_time_are_read()
    {
        NtlmChallenge challenge = NtlmMessages.ReadChallenge(ChallengeBytes.Exchange(Noon));
        Assert.Equal("CONTOSO", challenge.TargetName);
        Assert.Equal("EX01", challenge.NetBiosComputerName);
        Assert.Equal("CONTOSO", challenge.NetBiosDomainName);
        Assert.Equal("ex01.contoso.com", challenge.DnsComputerName);
        Assert.Equal("contoso.com", challenge.DnsDomainName);
        Assert.Equal("contoso.com", challenge.DnsTreeName);
        Assert.Equal(new Version(10, 0, 17763), challenge.OsVersion);
        Assert.Equal(Noon, challenge.TimestampUtc);
        Assert.Equal(DateTimeKind.Utc, challenge.TimestampUtc!.Value.Kind);
        Assert.Empty(challenge.Anomalies);
    }

    [Fact]
    public void Unknown_pairs_are_passed_over_and_a_target_without_unicode_is_read_as_bytes()
    {
        byte[] info = WireBytes.Join(ChallengeBytes.Pair(99, "x"), ChallengeBytes.Pair(6, [1, 0, 0, 0]), ChallengeBytes.Pair(1, "CAS1"), ChallengeBytes.Pair(0, []));
        NtlmChallenge challenge = NtlmMessages.ReadChallenge(ChallengeBytes.Message("CONTOSO", info, ChallengeBytes.UsualFlags & ~1u));
        Assert.Equal("CONTOSO", challenge.TargetName);
        Assert.Equal("CAS1", challenge.NetBiosComputerName);
        Assert.Empty(challenge.Anomalies);
    }

    [Fact]
    public void A_message_without_a_version_is_read_with_and_without_the_flag()
    {
        byte[] info = WireBytes.Join(ChallengeBytes.Pair(1, "CAS1"), ChallengeBytes.Pair(0, []));
        NtlmChallenge announced = NtlmMessages.ReadChallenge(ChallengeBytes.Message("CONTOSO", info, withVersion: false));
        Assert.Null(announced.OsVersion);
        Assert.Equal("CAS1", announced.NetBiosComputerName);
        Assert.Equal(["version announced but absent"], announced.Anomalies);
        NtlmChallenge silent = NtlmMessages.ReadChallenge(ChallengeBytes.Message("CONTOSO", info, ChallengeBytes.UsualFlags & ~0x02000000u, false));
        Assert.Null(silent.OsVersion);
        Assert.Equal("CAS1", silent.NetBiosComputerName);
        Assert.Empty(silent.Anomalies);
    }

    [Fact]
    public void The_oldest_form_ends_after_the_servers_challenge()
    {
        byte[] message = [.. WireBytes.Hex(ChallengeBytes.PublicVersion1).Take(32)];
        message[12] = message[14] = 0;
        NtlmChallenge challenge = NtlmMessages.ReadChallenge(message);
        Assert.Equal("", challenge.TargetName);
        Assert.Null(challenge.OsVersion);
    }

    [Fact]
    public void Zero_lengths_are_empty_names()
    {
        byte[] info = WireBytes.Join(ChallengeBytes.Pair(1, ""), ChallengeBytes.Pair(3, ""), ChallengeBytes.Pair(0, []));
        NtlmChallenge challenge = NtlmMessages.ReadChallenge(ChallengeBytes.Message("", info));
        Assert.Equal("", challenge.TargetName);
        Assert.Equal("", challenge.DnsComputerName);
        Assert.Empty(challenge.Anomalies);
    }
}
