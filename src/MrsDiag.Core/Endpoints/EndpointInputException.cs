using System;

namespace MrsDiag.Endpoints;

/// <summary>An input that names no endpoint.</summary>
public sealed class EndpointInputException : Exception
{
    /// <summary>Makes it.</summary>
    /// <param name="code">A short stable code, which becomes the error id.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    public EndpointInputException(string code, string message) : base(message) => Code = code;

    /// <summary>A short stable code: <c>NotAnEndpoint</c>, <c>UriInvalid</c>, <c>EmailAddressInvalid</c>, <c>ObservationInvalid</c>, <c>AddressInvalid</c>.</summary>
    public string Code { get; }
}
