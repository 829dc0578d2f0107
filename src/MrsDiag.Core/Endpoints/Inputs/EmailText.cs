using System;

namespace MrsDiag.Endpoints;

/// <summary>Reads an e-mail address; only its domain is ever sent anywhere.</summary>
internal static class EmailText
{
    private const int MaxLength = 320;

    /// <summary>Reads it.</summary>
    /// <param name="text">An address, also with <c>mailto:</c>, <c>SMTP:</c>, or a display name before it.</param>
    /// <param name="domain">Its domain in the form of the wire.</param>
    /// <returns>The address.</returns>
    /// <exception cref="EndpointInputException">It is none.</exception>
    public static string Parse(string text, out string domain)
    {
        int open = text.LastIndexOf('<');
        string clean = PastedText.Clean(open >= 0 ? text.Substring(open) : text);
        clean = Without("mailto:", Without("smtp:", clean));
        int at = clean.LastIndexOf('@');
        if (clean.Length is 0 or > MaxLength || at <= 0 || at == clean.Length - 1)
            throw Invalid(clean, "it has the form name@domain");
        if (PastedText.HasSpace(clean) || clean.IndexOf('@') != at)
            throw Invalid(clean, "it has one at sign and no space");
        string typed = clean.Substring(at + 1);
        if (!EndpointHost.TryRead(typed, out domain, out string problem))
            throw Invalid(clean, "its domain is a DNS name, but " + problem);
        if (EndpointHost.IsAddress(domain) || domain.IndexOf('.') < 0)
            throw Invalid(clean, "its domain is a DNS name with a dot in it, such as contoso.com");
        return clean;
    }

    private static string Without(string prefix, string text) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text.Substring(prefix.Length) : text;

    private static EndpointInputException Invalid(string text, string rule) =>
        new("EmailAddressInvalid", $"'{PastedText.Show(text)}' is no e-mail address: {rule}.");
}
