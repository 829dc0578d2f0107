using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Endpoints;

namespace MrsDiag.Affinity;

/// <summary>What an affinity test came to. The one place where the verdict is found; rules, table and message take it from here.</summary>
internal sealed class AffinityReading
{
    // Two connections of equal servers are alike by chance every second time.
    private const int LeastConnections = 3;

    /// <summary>Reads an observation.</summary>
    public AffinityReading(AffinityObservation observation)
    {
        Observation = observation;
        Identity = new ServerIdentity(observation.Trials, observation.GivenServers);
        Multiplexing = new Multiplexing(observation.Trials, Identity);
        Arrivals = FindArrivals();
        Own = [.. Arrivals.Where(a => a.Trial.Variant is not (AffinityVariant.Cookies or AffinityVariant.SecondSource))];
        Second = [.. Arrivals.Where(a => a.Trial.Variant == AffinityVariant.SecondSource)];
        Servers = Names(Arrivals);
        Version = PoolVersion.Of(observation, Identity);
        Verdict = Decide();
    }

    /// <summary>The observation.</summary>
    public AffinityObservation Observation { get; }

    /// <summary>Who gave which answer.</summary>
    public ServerIdentity Identity { get; }

    /// <summary>Changes inside one connection.</summary>
    public Multiplexing Multiplexing { get; }

    /// <summary>Where each new connection arrived, in time.</summary>
    public IReadOnlyList<Arrival> Arrivals { get; }

    /// <summary>Those without cookies from the first source address, as the MRS client makes them.</summary>
    public IReadOnlyList<Arrival> Own { get; }

    /// <summary>Those from the second source address.</summary>
    public IReadOnlyList<Arrival> Second { get; }

    /// <summary>The servers that new connections reached, in order of their first answer.</summary>
    public IReadOnlyList<string> Servers { get; }

    /// <summary>The oldest version (J21).</summary>
    public PoolVersion Version { get; }

    /// <summary>The verdict.</summary>
    public AffinityVerdict Verdict { get; }

    /// <summary>Why it is Inconclusive.</summary>
    public AffinityReason Reason { get; private set; }

    /// <summary>The one change of server in time; <see langword="null"/> where there is none.</summary>
    public ServerSwitch? Switch { get; private set; }

    /// <summary>New connections to each address, without cookies and from the first source address.</summary>
    public IEnumerable<IGrouping<string, Arrival>> ByAddress => Own.GroupBy(a => a.Trial.Address, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether connections one after another reached one server, and those held open at the same time several: least connections (J19).</summary>
    public bool SpreadsOnlyHeld => Distinct(Held) > 1 && Distinct(Sequential) == 1;

    /// <summary>Those held open at the same time.</summary>
    public IReadOnlyList<Arrival> Held => [.. Own.Where(a => a.Trial.Variant == AffinityVariant.HeldOpen)];

    /// <summary>Those made one after another.</summary>
    public IReadOnlyList<Arrival> Sequential => [.. Own.Where(a => a.Trial.Variant != AffinityVariant.HeldOpen)];

    /// <summary>Whether a resumed TLS session led to a server that full handshakes did not reach.</summary>
    public bool ResumptionChanges
    {
        get
        {
            Arrival[] resumed = [.. Own.Where(a => a.Trial.Resumed == true)];
            Arrival[] full = [.. Own.Where(a => a.Trial is { Resumed: not true, Variant: not AffinityVariant.HeldOpen })];
            return Distinct(full) == 1 && resumed.Any(r => !string.Equals(r.Server, full[0].Server, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>How likely servers of the pool stayed unseen by chance; <see langword="null"/> where nothing can be said.</summary>
    public double? MissedChance
    {
        get
        {
            int seen = Names(Own).Count;
            int pool = Observation.GivenServers.Length;
            if (seen == 0 || (seen > 1 && pool <= seen))
                return null;
            pool = Math.Max(2, pool);
            return Chance.OfMissing(pool - seen, pool, Own.Count);
        }
    }

    /// <summary>Whether servers have names that can be held against those given; builds tell them apart without naming one.</summary>
    public bool KnowsNames => Identity.NamedBy is not (NamingSign.None or NamingSign.Build);

    /// <summary>Servers that were given and never answered.</summary>
    public IReadOnlyList<string> NotSeen
    {
        get
        {
            HashSet<string> seen = ComputerName.Keys(Servers);
            return [.. Observation.GivenServers.Where(g => g.Length > 0 && !seen.Contains(ComputerName.Key(g)))];
        }
    }

    /// <summary>Servers that answered and were not given.</summary>
    public IReadOnlyList<string> NotGiven
    {
        get
        {
            HashSet<string> given = ComputerName.Keys(Observation.GivenServers);
            return [.. Servers.Where(s => !given.Contains(ComputerName.Key(s)))];
        }
    }

    /// <summary>The distinct servers of some connections, in order of their first answer.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<Arrival> arrivals) => [.. arrivals.Select(a => a.Server).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static int Distinct(IEnumerable<Arrival> arrivals) => Names(arrivals).Count;

    // The first answer that names a server stands for its connection; later ones are for the question of multiplexing.
    private List<Arrival> FindArrivals()
    {
        List<Arrival> arrivals = [];
        HashSet<int> known = [];
        foreach (AffinityTrial trial in Observation.Trials)
            if (Identity.Of(trial) is { Length: > 0 } server && (trial.Connection <= 0 || known.Add(trial.Connection)))
                arrivals.Add(new Arrival(trial, server));
        return arrivals;
    }

    private AffinityVerdict Decide()
    {
        if (Observation.IsHybridAgent)
            return Inconclusive(AffinityReason.HybridAgent);
        if (!Observation.Trials.Any(t => t is { End: CallEnd.Succeeded, Status: not null }))
            return Inconclusive(AffinityReason.NoAnswer);
        if (Multiplexing.AfterChallenge.Count > 0)
            return AffinityVerdict.ConnectionMultiplexed;
        if (Own.Count == 0)
            return Inconclusive(Identity.Certificate.State == SignState.Changes ? AffinityReason.CertificateChanges : AffinityReason.NoSign);
        if (ByAddress.Any(a => Distinct(a) > 1))
            return OfSpread();
        return Distinct(Own) > 1 ? OfAddresses() : OfOneServer();
    }

    private AffinityVerdict OfSpread()
    {
        IGrouping<string, Arrival>[] spread = [.. ByAddress.Where(a => Distinct(a) > 1)];
        ServerSwitch?[] switches = [.. spread.Select(a => ServerSwitch.Find([.. a]))];
        if (switches.All(s => s is not null))
        {
            Switch = switches[0];
            return Inconclusive(AffinityReason.SwitchedOnce);
        }
        return CookiesKeepTheServer() ? AffinityVerdict.CookieOnly : AffinityVerdict.NoAffinity;
    }

    private bool CookiesKeepTheServer()
    {
        Arrival[] with = [.. Arrivals.Where(a => a.Trial is { Variant: AffinityVariant.Cookies, SentCookies.Length: > 0 })];
        // Cookies of Exchange itself name no balancer, so that more connections are needed to rule out chance.
        bool isForeign = with.Any(a => a.Trial.SentCookies.Any(c => !AnswerSigns.IsExchangeCookie(c)));
        return with.Length >= (isForeign ? 2 : 5) && Distinct(with) == 1;
    }

    // Each address keeps its server. With one connection to each of them nothing shows that it keeps it.
    private AffinityVerdict OfAddresses() => Observation.IsPinned ? Inconclusive(AffinityReason.PinnedAddresses)
        : Own.Count > ByAddress.Count() && Own.Count >= LeastConnections
        ? AffinityVerdict.DnsRoundRobin : Inconclusive(AffinityReason.TooFew);

    private AffinityVerdict OfOneServer()
    {
        string server = Own[0].Server;
        if (Distinct(Second) > 1)
            return AffinityVerdict.NoAffinity;
        bool elsewhere = Second.Count > 0 && !string.Equals(Second[0].Server, server, StringComparison.OrdinalIgnoreCase);
        if (!elsewhere && !Identity.ConstantProves)
            return Inconclusive(Identity.DeviceName.Length > 0 ? AffinityReason.DeviceAnswers : AffinityReason.OneWeakSign);
        if (Own.Count < LeastConnections)
            return Inconclusive(AffinityReason.TooFew);
        return elsewhere ? AffinityVerdict.SourceAffinity : AffinityVerdict.OneServerSeen;
    }

    private AffinityVerdict Inconclusive(AffinityReason reason)
    {
        Reason = reason;
        return AffinityVerdict.Inconclusive;
    }
}
