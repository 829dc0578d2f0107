using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.AffinityTests.Support;

/// <summary>
/// The servers of all tests of affinity: CAS1 to CAS4 of Exchange 2010, which tell their names in the NTLM challenge alone, and EX01 and
/// EX02 of a later version, with X-FEServer and healthcheck.htm.
/// </summary>
public sealed class AffinityFarm : IDisposable
{
    private readonly List<ApacheFrontEnd> _old = [], _new = [];

    public AffinityFarm()
    {
        if (PeerSkip.Reason(["apache2"]) is not null) return;
        foreach (int i in Enumerable.Range(1, 4))
            _old.Add(new ApacheFrontEnd(new FrontEndOptions { ComputerName = "CAS" + i, Personality = ExchangePersonality.Exchange2010 }));
        foreach (int i in Enumerable.Range(1, 2)) _new.Add(new ApacheFrontEnd(new FrontEndOptions { ComputerName = "EX0" + i }));
    }

    internal IReadOnlyList<BalancedServer> Cas => [.. _old.Select(s => s.AsServer)];

    internal IReadOnlyList<BalancedServer> Ex => [.. _new.Select(s => s.AsServer)];

    public void Dispose()
    {
        _old.ForEach(s => s.Dispose());
        _new.ForEach(s => s.Dispose());
    }
}

[CollectionDefinition(Name)]
public sealed class AffinityCollection : ICollectionFixture<AffinityFarm>
{
    public const string Name = "Affinity";
}
