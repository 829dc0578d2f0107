using System.Net;
using System.Security;

namespace MrsDiag.Endpoints;

/// <summary>An account as an administrator writes it, turned into what the platform's HTTP client takes.</summary>
public static class EndpointAccount
{
    /// <summary>What to say about a user principal name (J15).</summary>
    public const string UserPrincipalNameAdvice =
        "The account is written as a user principal name. A migration endpoint wants DOMAIN\\user: with another form the logon can pass here and fail there, or the reverse.";

    /// <summary>Splits an account at its backslash and nowhere else: <c>adele@contoso.com</c> stays whole.</summary>
    /// <param name="name"><c>CONTOSO\adele</c>, <c>adele@contoso.com</c>, or <c>adele</c>.</param>
    /// <param name="password">The password.</param>
    /// <returns>The credential.</returns>
    public static NetworkCredential Read(string name, SecureString password)
    {
        int slash = name.IndexOf('\\');
        return slash < 0
            ? new NetworkCredential(name, password)
            : new NetworkCredential(name.Substring(slash + 1), password, name.Substring(0, slash));
    }

    /// <summary>Whether an account is written as a user principal name.</summary>
    /// <param name="name">The account.</param>
    /// <returns><see langword="true"/> for <c>adele@contoso.com</c>.</returns>
    public static bool IsUserPrincipalName(string name) => name.IndexOf('\\') < 0 && name.IndexOf('@') > 0;
}
