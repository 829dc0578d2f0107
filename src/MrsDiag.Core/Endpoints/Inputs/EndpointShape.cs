using System;
using MrsDiag.Sources;

namespace MrsDiag.Endpoints;

/// <summary>One row of the table of objects that name an endpoint.</summary>
/// <param name="Name">What it is called in tests.</param>
/// <param name="Matches">Tells it by its properties.</param>
/// <param name="Read">Reads it; throws an <see cref="EndpointInputException"/> where it names no endpoint after all.</param>
internal sealed record EndpointShape(string Name, Func<IObjectView, bool> Matches, Func<IObjectView, EndpointInput> Read);
