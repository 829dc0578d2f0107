using System;

namespace MrsDiag.Wire.Authentication;

/// <summary>The two NTLM messages that pass without a logon ([MS-NLMP] 2.2.1.1 and 2.2.1.2).</summary>
public static class NtlmMessages
{
    // Unicode, OEM, request target, NTLM, always sign, extended session security, version, 128 and 56 bit: what browsers on a
    // current Windows send. Without the flags for a domain or workstation name, so nothing of this computer is told.
    private const uint NegotiateFlags = 0xA2088207;

    private static readonly byte[] Signature = [(byte)'N', (byte)'T', (byte)'L', (byte)'M', (byte)'S', (byte)'S', (byte)'P', 0];

    /// <summary>Writes a negotiate message (type 1). It is the same on every computer.</summary>
    /// <returns>40 bytes.</returns>
    public static byte[] CreateNegotiate()
    {
        var message = new byte[40];
        Buffer.BlockCopy(Signature, 0, message, 0, Signature.Length);
        message[8] = 1;
        for (int i = 0; i < 4; i++)
            message[12 + i] = (byte)(NegotiateFlags >> (8 * i));
        // Domain and workstation fields stay empty. Version 10.0, build 19041, NTLM revision 15.
        message[32] = 10;
        message[34] = 19041 & 0xFF;
        message[35] = 19041 >> 8;
        message[39] = 15;
        return message;
    }

    /// <summary>Reads a challenge message (type 2).</summary>
    /// <param name="message">The bytes behind the base64 of an NTLM token; SPNEGO is taken off before (<see cref="Spnego.FindNtlm"/>).</param>
    /// <returns>What the server says of itself.</returns>
    /// <exception cref="NtlmFormatException">It is no NTLM message, one of another type, or shorter than its fixed part.</exception>
    public static NtlmChallenge ReadChallenge(byte[] message)
    {
        if (message is null)
            throw new ArgumentNullException(nameof(message));
        if (!HasSignature(message, 0))
            throw new NtlmFormatException("The bytes do not begin with the signature of NTLM.");
        if (message.Length < 12)
            throw new NtlmFormatException("The NTLM message breaks off before its type.");
        uint type = NtlmFields.UInt32(message, 8);
        if (type != 2)
            throw new NtlmFormatException(type is 1 or 3 ? $"The NTLM message has type {type}, not 2." : "The NTLM message has an unknown type.");
        // Up to the server's challenge; the oldest servers send no more.
        if (message.Length < 32)
            throw new NtlmFormatException("The NTLM challenge message breaks off before its 32nd byte.");
        return NtlmChallengeReader.Read(message);
    }

    internal static bool HasSignature(byte[] bytes, int offset)
    {
        if (bytes.Length - offset < Signature.Length)
            return false;
        for (int i = 0; i < Signature.Length; i++)
        {
            if (bytes[offset + i] != Signature[i])
                return false;
        }
        return true;
    }
}
