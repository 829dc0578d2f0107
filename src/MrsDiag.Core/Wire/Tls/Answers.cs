namespace MrsDiag.Wire.Tls;

// The answers in short.
internal static class Answers
{
    public static TlsAnswer Closed(string detail) => new(TlsAnswerKind.Closed, null, null, "", null, "", detail);

    public static TlsAnswer Malformed(string detail) => new(TlsAnswerKind.Malformed, null, null, "", null, "", detail);

    public static TlsAnswer NotTls(string detail) => new(TlsAnswerKind.NotTls, null, null, "", null, "", detail);

    public static TlsAnswer Other(TlsVersion? version, string detail) => new(TlsAnswerKind.OtherVersion, version, null, "", null, "", detail);

    public static TlsAnswer Alert(int description, string detail) =>
        new(TlsAnswerKind.Alert, null, null, "", description, TlsAlerts.Name(description), detail);
}
