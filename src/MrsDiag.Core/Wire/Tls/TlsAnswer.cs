namespace MrsDiag.Wire.Tls;

/// <summary>The answer to a hello.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Version">The version of the ServerHello; <see langword="null"/> without one, or where it is none of <see cref="TlsVersion"/>.</param>
/// <param name="CipherSuite">The number of the cipher suite chosen, or <see langword="null"/>.</param>
/// <param name="CipherName">Its name by IANA, <c>0x</c> and four digits where it is not a common one, empty without one.</param>
/// <param name="AlertDescription">The number of the alert, or <see langword="null"/>.</param>
/// <param name="AlertName">Its name (RFC 8446 section 6), <c>alert</c> and the number for others, empty without one.</param>
/// <param name="Detail">What else there is to say, in short words; may be empty.</param>
public sealed record TlsAnswer(
    TlsAnswerKind Kind,
    TlsVersion? Version,
    int? CipherSuite,
    string CipherName,
    int? AlertDescription,
    string AlertName,
    string Detail);
