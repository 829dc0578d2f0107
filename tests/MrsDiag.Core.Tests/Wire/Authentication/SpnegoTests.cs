using System.Linq;
using MrsDiag.Wire.Authentication;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Authentication;

public class SpnegoTests
{
    private const string NtlmId = "060a2b06010401823702020a";

    private static readonly byte[] Challenge = WireBytes.Hex(ChallengeBytes.PublicVersion2);

    [Fact]
    public void A_first_token_offers_ntlm_and_nothing_else()
    {
        byte[] token = Spnego.WrapNegotiate(NtlmMessages.CreateNegotiate());
        Assert.Equal("6048" + "06062b0601050502" + "a03e" + "303c" + "a00e300c" + NtlmId + "a22a0428" + WireBytes.Hex(NtlmMessages.CreateNegotiate()), WireBytes.Hex(token));
        Assert.Equal(NtlmMessages.CreateNegotiate(), Spnego.FindNtlm(token));
    }

    [Fact]
    public void A_long_message_gets_long_lengths()
    {
        byte[] message = WireBytes.Join(NtlmMessages.CreateNegotiate(), new byte[70_000]);
        byte[] token = Spnego.WrapNegotiate(message);
        Assert.Equal("6083", WireBytes.Hex([.. token.Take(2)]));
        Assert.Equal(message, Spnego.FindNtlm(token));
    }

    [Fact]
    public void The_challenge_is_found_in_a_response_token()
    {
        byte[] token = Response(Challenge);
        Assert.Equal(Challenge, Spnego.FindNtlm(token));
        Assert.Equal("Server", NtlmMessages.ReadChallenge(Spnego.FindNtlm(token)!).TargetName);
    }

    [Fact]
    public void A_message_without_spnego_around_it_passes_through()
    {
        Assert.Equal(Challenge, Spnego.FindNtlm(Challenge));
    }

    [Theory]
    [InlineData("")]
    [InlineData("60")]
    [InlineData("6000")]
    [InlineData("a1073005a0030a0102")]
    [InlineData("a180")]
    [InlineData("a184ffffffff")]
    [InlineData("a18400000004 3002 a200")]
    [InlineData("a1063004a2020400")]
    [InlineData("6013 06092a864886f712010202 0100 6e0430020500")]
    public void What_holds_no_ntlm_gives_nothing(string hex)
    {
        Assert.Null(Spnego.FindNtlm(WireBytes.Hex(hex)));
    }

    [Fact]
    public void Tokens_inside_tokens_end_at_a_depth()
    {
        byte[] token = Challenge;
        for (int depth = 1; depth <= 3; depth++)
        {
            token = Response(token);
            Assert.Equal(Challenge, Spnego.FindNtlm(token));
        }
        for (int depth = 0; depth < 200; depth++)
            token = Response(token);
        Assert.Null(Spnego.FindNtlm(token));
    }

    [Fact]
    public void No_cut_or_damage_throws()
    {
        byte[] token = Response(Challenge);
        foreach (byte[] cut in WireBytes.Beginnings(token).Where(cut => cut.Length < token.Length))
            Assert.Null(Spnego.FindNtlm(cut));
        int found = WireBytes.Mutations(token, 815, 20_000).Count(input => Spnego.FindNtlm(input) is { Length: > 0 });
        Assert.InRange(found, 1_000, 19_000);
    }

    // NegTokenResp: accept-incomplete, NTLM, responseToken, mechListMIC.
    private static byte[] Response(byte[] token) => Der(0xA1, Der(0x30, WireBytes.Join(
        WireBytes.Hex("a0030a0101"), Der(0xA1, WireBytes.Hex(NtlmId)), Der(0xA2, Der(4, token)), WireBytes.Hex("a3040402abcd"))));

    private static byte[] Der(byte tag, byte[] content) => content.Length < 128
        ? WireBytes.Join([tag, (byte)content.Length], content)
        : WireBytes.Join([tag, 0x82, (byte)(content.Length >> 8), (byte)content.Length], content);
}
