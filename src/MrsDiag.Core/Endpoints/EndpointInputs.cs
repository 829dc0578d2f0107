using System;
using System.Collections.Generic;
using MrsDiag.Sources;

namespace MrsDiag.Endpoints;

/// <summary>Collects inputs of a run and makes the targets of them: each endpoint once, however many objects name it.</summary>
public sealed class EndpointInputs
{
    /// <summary>The targets, in the order in which they were first named.</summary>
    public IReadOnlyList<EndpointTarget> Targets => throw new NotImplementedException();

    /// <summary>Saved observations, in input order.</summary>
    public IReadOnlyList<EndpointObservation> Observations => throw new NotImplementedException();

    /// <summary>Takes a URI, a host name, host:port, or an IP address as a user types it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="direct">Servers behind the name, by address or name.</param>
    /// <param name="via">Devices in front, by address or name.</param>
    /// <exception cref="EndpointInputException">It is none of these.</exception>
    public void AddText(string text, IReadOnlyList<string> direct, IReadOnlyList<string> via) => throw new NotImplementedException();

    /// <summary>Takes an e-mail address whose endpoint Autodiscover is to find.</summary>
    /// <param name="address">The address.</param>
    /// <exception cref="EndpointInputException">It is no e-mail address.</exception>
    public void AddEmailAddress(string address) => throw new NotImplementedException();

    /// <summary>Takes an object and finds out by its shape what it is.</summary>
    /// <param name="view">The object.</param>
    /// <returns>What it is; <see cref="EndpointInput.Skipped"/> says why it was left out.</returns>
    /// <exception cref="EndpointInputException">It is nothing that names an endpoint.</exception>
    public EndpointInput AddObject(IObjectView view) => throw new NotImplementedException();
}
