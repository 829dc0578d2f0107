using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Endpoints;

namespace MrsDiag.Affinity;

/// <summary>
/// Which server gave which answer (J19). The NTLM computer name identifies by itself. X-FEServer, healthcheck.htm and the build can be
/// rewritten, but a change in them cannot come from the balancer. A missing sign is no sign of another server, and a certificate may be
/// the device's own.
/// </summary>
internal sealed class ServerIdentity
{
    private readonly AffinityTrial[] _answered;
    private readonly HashSet<string> _ambiguous;
    private readonly Dictionary<string, string> _ntlmOfHeader;
    private readonly Lazy<ILookup<string, AffinityTrial>> _byServer;
    private readonly Lazy<HashSet<string>> _sharedCertificates;

    /// <summary>Reads the signs of a run.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="known">Servers of the pool as given; empty where not given.</param>
    public ServerIdentity(IReadOnlyList<AffinityTrial> trials, IReadOnlyList<string> known)
    {
        _answered = [.. trials.Where(t => t is { End: CallEnd.Succeeded, Status: not null })];
        _ambiguous = Ambiguous(_answered);
        Ntlm = new SignSeries(_answered, NtlmName);
        FrontEnd = new SignSeries(_answered, t => ComputerName.Short(t.FrontEndServer));
        Health = new SignSeries(_answered, t => ComputerName.Short(t.HealthServer));
        Build = new SignSeries(_answered, t => t.ExchangeVersion.Trim());
        Certificate = new SignSeries(_answered, t => t.CertificateSha256.Trim());
        NamedBy = Choose();
        _ntlmOfHeader = HeaderToNtlm();
        DeviceName = FindDevice(known);
        _byServer = new(() => _answered.Where(t => Of(t).Length > 0).ToLookup(Of, StringComparer.OrdinalIgnoreCase));
        _sharedCertificates = new(FindSharedCertificates);
    }

    /// <summary>The computer name of the NTLM challenge.</summary>
    public SignSeries Ntlm { get; }

    /// <summary>X-FEServer.</summary>
    public SignSeries FrontEnd { get; }

    /// <summary>The host of healthcheck.htm.</summary>
    public SignSeries Health { get; }

    /// <summary>The build of X-OWA-Version.</summary>
    public SignSeries Build { get; }

    /// <summary>The certificate; ends at the device where that ends TLS.</summary>
    public SignSeries Certificate { get; }

    /// <summary>The sign by which servers are told apart.</summary>
    public NamingSign NamedBy { get; }

    /// <summary>The NTLM name that may be the device's own; empty where nothing hints at it.</summary>
    public string DeviceName { get; }

    /// <summary>Whether X-FEServer stays the same while the NTLM names differ: it is rewritten on the way.</summary>
    public bool IsHeaderRewritten => Ntlm.Varies && FrontEnd.State == SignState.Constant
        && _answered.Where(t => t.FrontEndServer.Length > 0).Select(t => Ntlm.Of(t)).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1;

    /// <summary>Whether NTLM and X-FEServer each name one server, and not the same one.</summary>
    public bool Disagree => Ntlm.Only.Length > 0 && FrontEnd.Only.Length > 0 && !ComputerName.Same(Ntlm.Only, FrontEnd.Only);

    /// <summary>
    /// Whether a name that never changes proves one server: NTLM of a server does, X-FEServer with healthcheck.htm does, one of those two
    /// alone could be rewritten or stored on the way.
    /// </summary>
    public bool ConstantProves => NamedBy switch
    {
        NamingSign.Ntlm => DeviceName.Length == 0,
        NamingSign.FrontEnd => FrontEnd.Varies || ComputerName.Same(FrontEnd.Only, Health.Only),
        NamingSign.Health => Health.Varies,
        NamingSign.Build => true,
        _ => false,
    };

    /// <summary>The server that gave an answer; empty where no sign tells.</summary>
    public string Of(AffinityTrial trial)
    {
        if (trial.End != CallEnd.Succeeded || trial.Status is null)
            return "";
        return NamedBy switch
        {
            NamingSign.Ntlm => Ntlm.Of(trial) is { Length: > 0 } name ? name : _ntlmOfHeader.TryGetValue(FrontEnd.Of(trial), out string? server) ? server : "",
            NamingSign.FrontEnd => FrontEnd.Of(trial),
            NamingSign.Health => Health.Of(trial),
            NamingSign.Build => Build.Of(trial) is { Length: > 0 } build ? "build " + build : "",
            _ => "",
        };
    }

    /// <summary>The signs that name a server, as a person calls them.</summary>
    /// <param name="server">A name that <see cref="Of"/> gave.</param>
    /// <returns>NTLM, X-FEServer, healthcheck.htm, build, certificate; those that fit.</returns>
    public IReadOnlyList<string> SignsOf(string server)
    {
        AffinityTrial[] own = [.. _byServer.Value[server]];
        List<string> signs = [];
        if (own.Any(t => string.Equals(Ntlm.Of(t), server, StringComparison.OrdinalIgnoreCase)))
            signs.Add("NTLM");
        if (own.Any(t => ComputerName.Same(t.FrontEndServer, server)))
            signs.Add("X-FEServer");
        if (own.Any(t => ComputerName.Same(t.HealthServer, server)))
            signs.Add("healthcheck.htm");
        if (NamedBy == NamingSign.Build)
            signs.Add("build");
        if (HasOwnCertificate(own))
            signs.Add("certificate");
        return signs;
    }

    private NamingSign Choose()
    {
        if (Ntlm.Varies)
            return NamingSign.Ntlm;
        // One NTLM name over other signs that change is the name of a device that answers NTLM itself.
        if (FrontEnd.Varies)
            return NamingSign.FrontEnd;
        if (Health.Varies)
            return NamingSign.Health;
        if (Build.Varies)
            return NamingSign.Build;
        bool twoAgainstNtlm = FrontEnd.Only.Length > 0 && ComputerName.Same(FrontEnd.Only, Health.Only) && !ComputerName.Same(FrontEnd.Only, Ntlm.Only);
        if (twoAgainstNtlm)
            return NamingSign.FrontEnd;
        return Ntlm.Count > 0 ? NamingSign.Ntlm : FrontEnd.Count > 0 ? NamingSign.FrontEnd : Health.Count > 0 ? NamingSign.Health : NamingSign.None;
    }

    private string FindDevice(IReadOnlyList<string> known)
    {
        if (Ntlm.Only.Length == 0)
            return "";
        return NamedBy != NamingSign.Ntlm || DeviceNames.MayBe(Ntlm.Only, known) ? Ntlm.Only : "";
    }

    // The same NetBIOS name with several DNS names: computers of several domains, told apart by the longer name.
    private static HashSet<string> Ambiguous(IEnumerable<AffinityTrial> answered) => new(
        answered.Where(t => t.NtlmComputer.Length > 0 && t.NtlmDnsComputer.Length > 0)
            .GroupBy(t => t.NtlmComputer, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Select(t => t.NtlmDnsComputer).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
            .Select(g => g.Key),
        StringComparer.OrdinalIgnoreCase);

    private string NtlmName(AffinityTrial trial) =>
        trial.NtlmComputer.Length == 0 ? trial.NtlmDnsComputer
        : trial.NtlmDnsComputer.Length > 0 && _ambiguous.Contains(trial.NtlmComputer) ? trial.NtlmDnsComputer
        : trial.NtlmComputer;

    // An answer without challenge is named by its header only where each value of the header stands for one NTLM name.
    private Dictionary<string, string> HeaderToNtlm()
    {
        Dictionary<string, string> map = new(StringComparer.OrdinalIgnoreCase);
        if (NamedBy != NamingSign.Ntlm || (FrontEnd.State == SignState.Constant && (Ntlm.Varies || Disagree)))
            return map;
        IEnumerable<IGrouping<string, string>> pairs = _answered.Where(t => FrontEnd.Of(t).Length > 0 && Ntlm.Of(t).Length > 0)
            .GroupBy(t => FrontEnd.Of(t), t => Ntlm.Of(t), StringComparer.OrdinalIgnoreCase);
        foreach (IGrouping<string, string> pair in pairs)
            if (pair.Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1)
                map.Add(pair.Key, pair.First());
        return map;
    }

    // A certificate names a server where it has it alone, and others showed theirs.
    private bool HasOwnCertificate(AffinityTrial[] own)
    {
        string[] mine = [.. own.Select(t => Certificate.Of(t)).Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        return mine.Length > 0 && Certificate.Values.Count > mine.Length && !mine.Any(_sharedCertificates.Value.Contains);
    }

    private HashSet<string> FindSharedCertificates() => new(
        _byServer.Value.SelectMany(g => g.Select(t => Certificate.Of(t)).Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
            .GroupBy(c => c, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key),
        StringComparer.OrdinalIgnoreCase);
}
