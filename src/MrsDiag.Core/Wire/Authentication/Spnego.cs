using System;

namespace MrsDiag.Wire.Authentication;

/// <summary>NTLM inside the tokens of the scheme Negotiate (RFC 4178, DER).</summary>
public static class Spnego
{
    // A token that holds a token that holds a token is somebody's joke.
    private const int Deepest = 4;
    private const byte ObjectIdentifier = 0x06;
    private const byte OctetString = 0x04;
    private const byte Sequence = 0x30;

    private static readonly byte[] SpnegoId = [0x2B, 0x06, 0x01, 0x05, 0x05, 0x02];
    private static readonly byte[] NtlmId = [0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x02, 0x0A];

    /// <summary>Wraps an NTLM negotiate message into a first token that offers NTLM and nothing else.</summary>
    /// <param name="ntlmNegotiate">The message, see <see cref="NtlmMessages.CreateNegotiate"/>.</param>
    /// <returns>The token for <c>Authorization: Negotiate</c>, before base64.</returns>
    public static byte[] WrapNegotiate(byte[] ntlmNegotiate)
    {
        if (ntlmNegotiate is null)
            throw new ArgumentNullException(nameof(ntlmNegotiate));
        byte[] mechanisms = DerWriter.Element(0xA0, DerWriter.Element(Sequence, DerWriter.Element(ObjectIdentifier, NtlmId)));
        byte[] token = DerWriter.Element(0xA2, DerWriter.Element(OctetString, ntlmNegotiate));
        byte[] init = DerWriter.Element(0xA0, DerWriter.Element(Sequence, mechanisms, token));
        return DerWriter.Element(0x60, DerWriter.Element(ObjectIdentifier, SpnegoId), init);
    }

    /// <summary>Finds the NTLM message in a server's token.</summary>
    /// <param name="token">The token behind base64: a NegTokenResp, a NegTokenInit, or NTLM without SPNEGO around it.</param>
    /// <returns>The message, or <see langword="null"/> where there is none (Kerberos, damage).</returns>
    public static byte[]? FindNtlm(byte[] token)
    {
        if (token is null)
            throw new ArgumentNullException(nameof(token));
        byte[]? current = token;
        for (int depth = 0; current is not null && depth < Deepest; depth++)
        {
            if (NtlmMessages.HasSignature(current, 0))
                return current;
            current = Inner(current);
        }
        return null;
    }

    // [APPLICATION 0] { SPNEGO, choice } or the bare choice: [0] NegTokenInit, [1] NegTokenResp; [2] is the mechanism's token in both.
    private static byte[]? Inner(byte[] token)
    {
        if (!new DerReader(token).TryRead(out DerElement element))
            return null;
        if (element.Tag == 0x60)
        {
            DerReader application = element.Content;
            if (!application.TryRead(ObjectIdentifier, out DerElement mechanism) || !mechanism.ContentIs(SpnegoId) || !application.TryRead(out element))
                return null;
        }
        if (element.Tag is not (0xA0 or 0xA1) || !element.Content.TryRead(Sequence, out DerElement fields))
            return null;
        DerReader reader = fields.Content;
        while (reader.TryRead(out DerElement field))
        {
            if (field.Tag == 0xA2)
                return field.Content.TryRead(OctetString, out DerElement inner) ? inner.ToArray() : null;
        }
        return null;
    }
}
