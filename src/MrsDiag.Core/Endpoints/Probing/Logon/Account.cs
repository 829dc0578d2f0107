using System;
using System.Net;

namespace MrsDiag.Endpoints.Probing;

internal static class Account
{
    /// <summary>The account as the platform's client wants it: a domain before a backslash in a field of its own.</summary>
    public static NetworkCredential Split(NetworkCredential credential)
    {
        int sign = credential.UserName.IndexOf('\\');
        return sign <= 0 || !string.IsNullOrEmpty(credential.Domain)
            ? credential
            : new NetworkCredential(credential.UserName.Substring(sign + 1), credential.Password, credential.UserName.Substring(0, sign));
    }

    /// <summary>How the account is written (J15).</summary>
    public static string Form(NetworkCredential credential)
    {
        NetworkCredential split = Split(credential);
        if (!string.IsNullOrEmpty(split.Domain))
            return "domainUser";
        return split.UserName.IndexOf("@", StringComparison.Ordinal) > 0 ? "userPrincipalName" : "plain";
    }
}
