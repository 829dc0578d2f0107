namespace MrsDiag.Core.Tests.Endpoints.Probing.Support;

internal static class Answers
{
    public const string Unauthorized =
        "HTTP/1.1 401 Unauthorized\r\nServer: Microsoft-IIS/10.0\r\nWWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n"
        + "WWW-Authenticate: Basic realm=\"mail.contoso.com\"\r\nX-FEServer: EX01\r\nContent-Length: 0\r\n\r\n";

    public const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nOK";

    public const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";
}
