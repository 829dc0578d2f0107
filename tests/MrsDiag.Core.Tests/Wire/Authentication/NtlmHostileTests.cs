using System;
using System.Linq;
using MrsDiag.Wire.Authentication;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Authentication;

public class NtlmHostileTests
{
    private static readonly DateTime Noon = new(2026, 7, 11, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("", "signature")]
    [InlineData("4b45524200000000", "signature")]
    [InlineData("4e544c4d53535000", "breaks off before its type")]
    [InlineData("4e544c4d5353500001000000", "type 1, not 2")]
    [InlineData("4e544c4d5353500003000000", "type 3, not 2")]
    [InlineData("4e544c4d53535000ffffffff", "unknown type")]
    [InlineData("4e544c4d535350000200000000000000", "32nd byte")]
    public void What_is_no_challenge_is_refused_with_its_reason(string hex, string reason)
    {
        Assert.Contains(reason, Assert.Throws<NtlmFormatException>(() => NtlmMessages.ReadChallenge(WireBytes.Hex(hex))).Message);
    }

    [Fact]
    public void A_target_name_outside_the_message_leaves_the_rest_useful()
    {
        byte[] message = ChallengeBytes.Exchange(Noon);
        foreach (uint offset in new[] { 0x7FFFFFFFu, 0xFFFFFFFFu, 0x80000000u, (uint)message.Length })
        {
            ChallengeBytes.Number(offset, 4).CopyTo(message, 16);
            NtlmChallenge challenge = NtlmMessages.ReadChallenge(message);
            Assert.Equal("", challenge.TargetName);
            Assert.Equal("EX01", challenge.NetBiosComputerName);
            Assert.Equal(["target name lies outside the message"], challenge.Anomalies);
        }
    }

    [Fact]
    public void Target_information_outside_the_message_leaves_the_target_name()
    {
        byte[] message = ChallengeBytes.Exchange(Noon);
        ChallengeBytes.Number(0xFFFF, 2).CopyTo(message, 40);
        NtlmChallenge challenge = NtlmMessages.ReadChallenge(message);
        Assert.Equal("CONTOSO", challenge.TargetName);
        Assert.Equal("", challenge.NetBiosComputerName);
        Assert.Contains("target information lies outside the message", challenge.Anomalies);
    }

    [Fact]
    public void A_missing_end_mark_a_cut_pair_and_a_doubled_one_are_told()
    {
        byte[] open = ChallengeBytes.Pair(1, "CAS1");
        Assert.Equal(["target information without an end mark"], Read(open).Anomalies);
        NtlmChallenge cut = Read(WireBytes.Join(open, ChallengeBytes.Number(2, 2), ChallengeBytes.Number(500, 2), [1, 2]));
        Assert.Equal("CAS1", cut.NetBiosComputerName);
        Assert.Equal(["target information breaks off"], cut.Anomalies);
        NtlmChallenge doubled = Read(WireBytes.Join(open, ChallengeBytes.Pair(1, "CAS2"), ChallengeBytes.Pair(0, [])));
        Assert.Equal("CAS1", doubled.NetBiosComputerName);
        Assert.Equal(["a name or time given twice in the target information"], doubled.Anomalies);
    }

    [Fact]
    public void Names_that_would_upset_a_terminal_or_a_table_are_cleaned_and_cut()
    {
        NtlmChallenge escape = Read(WireBytes.Join(ChallengeBytes.Pair(1, "CAS\u001b[2J\n1"), ChallengeBytes.Pair(0, [])));
        Assert.Equal("CAS\uFFFD[2J\uFFFD1", escape.NetBiosComputerName);
        Assert.Equal(["control characters in NetBIOS computer name"], escape.Anomalies);
        NtlmChallenge wide = Read(WireBytes.Join(ChallengeBytes.Pair(1, new string('A', 30_000)), ChallengeBytes.Pair(0, [])));
        Assert.Equal(256, wide.NetBiosComputerName.Length);
        Assert.Equal(["NetBIOS computer name longer than 256 characters"], wide.Anomalies);
        NtlmChallenge odd = Read(WireBytes.Join(ChallengeBytes.Pair(1, [65, 0, 66]), ChallengeBytes.Pair(0, [])));
        Assert.Equal("A", odd.NetBiosComputerName);
        Assert.Equal(["odd length of NetBIOS computer name"], odd.Anomalies);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(-1L)]
    [InlineData(0L)]
    [InlineData(2650467744000000000L)]
    public void A_time_that_does_not_exist_is_told_and_left_out(long ticks)
    {
        NtlmChallenge challenge = Read(WireBytes.Join(ChallengeBytes.Pair(7, ChallengeBytes.Number(ticks, 8)), ChallengeBytes.Pair(0, [])));
        Assert.Null(challenge.TimestampUtc);
        Assert.Equal(["unreadable time in the target information"], challenge.Anomalies);
    }

    [Fact]
    public void Fields_that_overlap_or_lie_in_the_fixed_part_are_read_as_they_point()
    {
        byte[] message = ChallengeBytes.Exchange(Noon);
        ChallengeBytes.Number(0, 4).CopyTo(message, 16);
        NtlmChallenge challenge = NtlmMessages.ReadChallenge(message);
        Assert.Equal("EX01", challenge.NetBiosComputerName);
        Assert.Contains("target name overlaps the fixed part", challenge.Anomalies);
    }

    [Fact]
    public void Target_information_without_its_flag_is_still_read()
    {
        byte[] info = WireBytes.Join(ChallengeBytes.Pair(1, "CAS1"), ChallengeBytes.Pair(0, []));
        NtlmChallenge challenge = NtlmMessages.ReadChallenge(ChallengeBytes.Message("CONTOSO", info, ChallengeBytes.UsualFlags & ~0x00800000u));
        Assert.Equal("CAS1", challenge.NetBiosComputerName);
        Assert.Equal(["target information without its flag"], challenge.Anomalies);
    }

    [Fact]
    public void Every_cut_and_damage_gives_a_challenge_or_the_documented_exception()
    {
        byte[] message = ChallengeBytes.Exchange(Noon);
        int read = 0;
        foreach (byte[] input in WireBytes.Beginnings(message).Concat(WireBytes.Mutations(message, 4711, 20_000)))
        {
            Exception? fault = Record.Exception(() => Assert.InRange(NtlmMessages.ReadChallenge(input).TargetName.Length, 0, 256));
            Assert.True(fault is null or NtlmFormatException, fault?.ToString());
            read += fault is null ? 1 : 0;
        }
        Assert.InRange(read, 5_000, 20_500);
    }

    private static NtlmChallenge Read(byte[] info) => NtlmMessages.ReadChallenge(ChallengeBytes.Message("CONTOSO", info));
}
