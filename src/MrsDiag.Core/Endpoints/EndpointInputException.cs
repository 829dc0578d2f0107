using System;

namespace MrsDiag.Endpoints;

/// <summary>An input that names no endpoint.</summary>
public sealed class EndpointInputException : Exception
{
    /// <summary>An object that names no endpoint.</summary>
    public const string NotAnEndpoint = "NotAnEndpoint";

    /// <summary>A text that is neither a URL nor a host name.</summary>
    public const string UriInvalid = "UriInvalid";

    /// <summary>A text that is no e-mail address.</summary>
    public const string EmailAddressInvalid = "EmailAddressInvalid";

    /// <summary>A saved observation that cannot be read.</summary>
    public const string ObservationInvalid = "ObservationInvalid";

    /// <summary>A server to pin that is neither an address nor a name.</summary>
    public const string AddressInvalid = "AddressInvalid";

    /// <summary>A DNS server that is neither an address nor a name that can be found.</summary>
    public const string DnsServerInvalid = "DnsServerInvalid";

    /// <summary>A keep-alive time that is none.</summary>
    public const string KeepAliveInvalid = "KeepAliveInvalid";

    /// <summary>A version of Exchange Server that is none.</summary>
    public const string ServerVersionInvalid = "ServerVersionInvalid";

    /// <summary>Makes it.</summary>
    /// <param name="code">A short stable code, which becomes the error id.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    public EndpointInputException(string code, string message) : base(message) => Code = code;

    /// <summary>A short stable code, one of the constants.</summary>
    public string Code { get; }
}
