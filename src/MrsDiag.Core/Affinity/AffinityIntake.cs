using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.Affinity;

/// <summary>
/// Takes inputs of every kind for a test of the load balancer. Virtual directories and move statistics name endpoints and tell of the
/// servers behind them; objects with a keep-alive time tell of servers alone; saved results are judged again.
/// </summary>
public sealed class AffinityIntake : ObjectIntake
{
    // The report of a move names the servers that answered and their builds, so it is kept here.
    private static readonly ClixmlReaderOptions WithReport = ClixmlReaderOptions.MoveReport with
    {
        SkippedProperties = [.. ClixmlReaderOptions.MoveReport.SkippedProperties, "DiagnosticInfo", "MoveHistory"],
        MaxObjectBytes = EndpointFile.Options.MaxObjectBytes,
    };

    private readonly EndpointInputs _inputs = new();
    private readonly PoolBook _pools = new();
    private readonly List<AffinityObservation> _observations = [];
    private readonly List<KeepAliveSetting> _keepAlive = [];
    private readonly IReadOnlyList<PinnedServer> _addresses;
    private readonly AffinityKnowledge _given;

    /// <summary>Makes an empty one.</summary>
    /// <param name="addresses">Addresses or names that are asked instead of what DNS gives; none: DNS decides.</param>
    /// <param name="given">What the caller said himself; its version wins over those of objects.</param>
    /// <exception cref="EndpointInputException">One of the addresses is neither an address nor a name.</exception>
    public AffinityIntake(IReadOnlyList<string> addresses, AffinityKnowledge given)
    {
        _addresses = PinnedText.ParseAll(addresses);
        _given = given;
    }

    /// <summary>Saved observations, in input order.</summary>
    public IReadOnlyList<AffinityObservation> Observations => _observations;

    /// <summary>How many objects told a keep-alive time.</summary>
    public int KeepAliveCount => _keepAlive.Count;

    /// <inheritdoc/>
    public override bool HasWork => _inputs.Targets.Count + _observations.Count > 0;

    /// <summary>The endpoints, in the order in which they were first named, each with what all inputs tell about it.</summary>
    /// <returns>The targets.</returns>
    public IReadOnlyList<AffinityTarget> MakeTargets() => _inputs.Targets.Select(MakeTarget).ToArray();

    private protected override ClixmlReaderOptions FileOptions => WithReport;

    private protected override void TakeText(string text) => _inputs.AddText(text, [], []);

    private protected override string TakeObject(IObjectView view)
    {
        if (AffinityObservationReader.IsOne(view))
            _observations.Add(AffinityObservationReader.Read(view));
        else if (KeepAliveReader.IsOne(view))
            _keepAlive.Add(KeepAliveReader.Read(view));
        else if (view.IsOfType("MrsDiag.Endpoints.EndpointResult") && view.GetText("Uri") is { Length: > 0 } uri)
            TakeText(uri); // what Test-MrsProxyEndpoint has tested is a way to say what to test next
        else
            return TakeEndpoint(view);
        return "";
    }

    private string TakeEndpoint(IObjectView view)
    {
        EndpointInput input = _inputs.AddObject(view);
        if (input.VirtualDirectory is { } directory)
            _pools.Add(PublishedNames.TargetOf(directory).Uri, directory.Server, directory.Version);
        else if (input.Target is { Origin: TargetOrigin.MoveRequest } target)
            _pools.AddMove(target.Uri, view);
        return input.Skipped;
    }

    // The servers of virtual directories are behind the balancer: they are known, and not asked past it.
    private AffinityTarget MakeTarget(EndpointTarget target)
    {
        (IReadOnlyList<string> servers, string version) = _pools.Of(target.Uri);
        return new AffinityTarget(
            target with { Direct = _addresses, Via = [], ProbeName = true },
            _given with
            {
                ServerVersion = _given.ServerVersion.Length > 0 ? _given.ServerVersion : version,
                Servers = [.. _given.Servers.Concat(servers).Distinct(StringComparer.OrdinalIgnoreCase)],
                KeepAlive = [.. _given.KeepAlive, .. _keepAlive],
            });
    }
}
