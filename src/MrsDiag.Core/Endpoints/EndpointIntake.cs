using System.Collections.Generic;
using MrsDiag.Sources;

namespace MrsDiag.Endpoints;

/// <summary>
/// Takes inputs of every kind for a test of endpoints and tells what is wrong with one as a problem, so that the others go on. The
/// cmdlets and the console program both use it.
/// </summary>
public sealed class EndpointIntake : ObjectIntake
{
    /// <summary>Makes an empty one.</summary>
    /// <param name="direct">Servers behind every name, by address or name.</param>
    /// <param name="via">Devices in front of every name, by address or name.</param>
    /// <exception cref="EndpointInputException">One of them is neither an address nor a name.</exception>
    public EndpointIntake(IReadOnlyList<string> direct, IReadOnlyList<string> via) => Inputs.Pin(direct, via);

    /// <summary>What has been taken.</summary>
    public EndpointInputs Inputs { get; } = new();

    /// <inheritdoc/>
    public override bool HasWork => Inputs.Targets.Count + Inputs.Observations.Count > 0;

    /// <summary>Takes an e-mail address whose endpoint Autodiscover is to find.</summary>
    /// <param name="address">The address.</param>
    /// <returns>What is wrong with it, or <see langword="null"/>.</returns>
    public InputProblem? AddEmailAddress(string address) => Guard(() => Inputs.AddEmailAddress(address), address);

    private protected override void TakeText(string text) => Inputs.AddText(text, [], []);

    private protected override string TakeObject(IObjectView view) => Inputs.AddObject(view).Skipped;
}
