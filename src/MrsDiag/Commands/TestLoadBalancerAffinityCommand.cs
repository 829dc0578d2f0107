using System;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Affinity;
using MrsDiag.Completion;
using MrsDiag.Endpoints;
using MrsDiag.Pipeline;
using MrsDiag.Sources;

namespace MrsDiag.Commands;

/// <summary>Asks an endpoint again and again who answers, without logging on, and says whether the load balancer keeps a client on one server.</summary>
// The set of -InputObject is the default: by name it stands in all sets, and alone it means that one.
[Cmdlet(VerbsDiagnostic.Test, "LoadBalancerAffinity", DefaultParameterSetName = ByObject)]
[OutputType(typeof(AffinityResult), typeof(bool))]
public sealed class TestLoadBalancerAffinityCommand : EndpointRunCommand
{
    private AffinityIntake _intake = null!;
    private EndpointPipelineInput _input = null!;
    private AffinityAnalyzer _analyzer = null!;
    private AffinityProbeOptions _options = new();
    private bool _isVerbose;

    /// <summary>
    /// What names endpoints or tells of their servers, live, from a remote session, or from Import-Clixml: the output of
    /// Get-WebServicesVirtualDirectory, Get-MoveRequestStatistics -IncludeReport or Get-MigrationEndpoint; the keep-alive time of Exchange
    /// servers; names, URLs and files; and saved results of this command, which are judged again without any network.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Virtual directories and move statistics name the endpoint and give the oldest version and the servers behind it, by which severity
    /// is decided.
    /// </para>
    /// <para>
    /// An object with KeepAliveTime and a server (PSComputerName, ComputerName, Server or MachineName) is the TCP keep-alive of that server,
    /// in milliseconds as the registry has it. Such objects may also be piped where -Uri or -ComputerName names the endpoint.
    /// </para>
    /// </remarks>
    [Parameter(Mandatory = true, ParameterSetName = ByObject, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = ByUri, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = ByComputerName, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    /// <summary>Addresses or names to ask instead of what DNS gives, for example the inner address of the load balancer.</summary>
    /// <remarks>The name in the TLS handshake and in the Host header stays that of the endpoint.</remarks>
    /// <value>What DNS gives</value>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Address { get; set; } = [];

    /// <summary>Addresses of this computer to test from: the first for all requests, the second to see whether another client gets another server.</summary>
    /// <remarks>Only a second source address can tell affinity by client address from a single active server.</remarks>
    /// <value>The choice of the system</value>
    [Parameter]
    [ValidateCount(1, 2)]
    public IPAddress[] SourceAddress { get; set; } = [];

    /// <summary>How many new connections are made one after the other, each with a full handshake and without cookies.</summary>
    /// <remarks>
    /// With n servers of equal chance behind a balancer that chooses at random, k others than the first one met stay unseen with the chance
    /// (1 - k/n) to the power of Count - 1. With 12 connections that is 0.05 % for the other one of two servers, 4 % for one of four, 23 %
    /// for one of eight. A balancer that takes turns shows a second server at once, unless other clients come between.
    /// </remarks>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int Count { get; set; } = 12;

    /// <summary>Pause between new connections: 500ms, 5s, 1m; a bare number is seconds.</summary>
    [Parameter]
    [Duration]
    public TimeSpan Interval { get; set; }

    /// <summary>Goes on watching for this time after the variants, with one new connection an interval, at least a second: 10m, 1h; a bare number is seconds.</summary>
    /// <remarks>A verdict covers no more time than the test took. Exchange 2010 needs affinity for 45 minutes.</remarks>
    [Parameter]
    [Duration]
    public TimeSpan Duration { get; set; }

    /// <summary>Seconds of the pause after which a new connection is made to see whether affinity outlives it; 0 for none.</summary>
    [Parameter]
    [ValidateRange(0, 86_400)]
    public int PauseSeconds { get; set; } = 5;

    /// <summary>Holds connections silent for 30, 60 and 110 seconds, at the same time, and then uses them: which device drops an idle connection, and how.</summary>
    /// <remarks>Longer cannot be measured through IIS, which closes an idle connection after 120 seconds itself.</remarks>
    [Parameter]
    public SwitchParameter MeasureIdleTime { get; set; }

    /// <summary>Other silences to measure, all at the same time: 10s, 90s; a bare number is seconds.</summary>
    /// <value>30, 60 and 110 seconds with -MeasureIdleTime, otherwise none</value>
    [Parameter]
    [Duration(AtLeast = 1000)]
    [ValidateCount(1, 8)]
    public TimeSpan[] IdleTime { get; set; } = [];

    /// <summary>Idle time-out of the load balancer as it is configured: 15m, 40m; a bare number is seconds. It is compared with the keep-alive of the servers.</summary>
    /// <value>Not known</value>
    [Parameter]
    [Duration(AtLeast = 1000)]
    public TimeSpan DeviceIdleTimeout { get; set; }

    /// <summary>Idle time-out of the firewall as it is configured, likewise; it should be longer than that of the load balancer.</summary>
    /// <value>Not known</value>
    [Parameter]
    [Duration(AtLeast = 1000)]
    public TimeSpan FirewallIdleTimeout { get; set; }

    /// <summary>TCP keep-alive time of the Exchange servers: 15m; a bare number is milliseconds, as in the registry (900000).</summary>
    /// <remarks>
    /// The value KeepAliveTime of HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters; where it is not set it is two hours. Pipe the
    /// values of the servers to have each compared.
    /// </remarks>
    /// <value>Not known</value>
    [Parameter]
    [Duration(BareUnit = 1, AtLeast = 1000)]
    public TimeSpan KeepAliveTime { get; set; }

    /// <summary>The oldest version of Exchange behind the name: 2010, 2013, 2016, 2019, SE, or a build such as 14.3. It decides the severity.</summary>
    /// <value>That of the servers given or of those that answer</value>
    [Parameter]
    [ArgumentCompleter(typeof(ServerVersionCompleter))]
    [ValidateNotNullOrEmpty]
    public string ServerVersion { get; set; } = "";

    /// <summary>How many requests are sent at most to one endpoint.</summary>
    /// <remarks>A watch for which the limit is too low is thinned out over its whole time, and says so.</remarks>
    [Parameter]
    [ValidateRange(1, 100_000)]
    public int RequestLimit { get; set; } = 200;

    /// <summary>How many endpoints are tested at once.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 16;

    /// <summary>Seconds for one step of a request: the connection, the handshake, the answer.</summary>
    [Parameter]
    [ValidateRange(1, 600)]
    public int TimeoutSec { get; set; } = 10;

    private protected override void Begin()
    {
        _isVerbose = IsVerbose;
        _analyzer = new AffinityAnalyzer(LoadRules());
        _intake = OrEnd(() => new AffinityIntake(Address, ReadKnowledge()), "Address, ServerVersion", [.. Address, ServerVersion]);
        _options = ReadOptions();
        _input = new EndpointPipelineInput(_intake, new PathResolver(this).FindFile);
        Tell(Names.Select(_intake.AddText).OfType<InputProblem>());
    }

    // With -Uri the pipeline is free for what is known of the servers.
    private protected override void Process()
    {
        if (MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)))
            Tell(_input.Accept(InputObject, StopToken), InputObject);
    }

    // Only now all that is known of the servers behind a name has been given.
    private protected override void End()
    {
        if (HasWork(_intake))
            Probe();
        else if (_intake.KeepAliveCount > 0)
            WriteWarning("Nothing was tested: keep-alive times tell of servers and name no endpoint. Add -Uri.");
    }

    private void Probe()
    {
        AffinityTarget[] targets = [.. _intake.MakeTargets()];
        ProgressText progress = new(targets.Length);
        RunAside<RunNews<AffinityResult>>(
            (give, stop) => RunAsync(targets, give, stop),
            news =>
            {
                if (news.Line is not null)
                    WriteVerbose(news.Line);
                if (news.Progress is not null)
                    progress.Note(news.Progress);
                if (news.Result is { } result)
                {
                    progress.Done();
                    Write(result);
                }
                Show();
            },
            Show);

        void Show() => ShowProgress("Testing the affinity of load balancers", progress.Status, progress.Percent);
    }

    private Task RunAsync(AffinityTarget[] targets, Action<RunNews<AffinityResult>> give, CancellationToken stop)
    {
        AffinityProbeOptions options = _isVerbose
            ? _options with { Probe = _options.Probe with { Log = line => Offer(give, new RunNews<AffinityResult>(Line: line)) } }
            : _options;
        AffinitySession session = new(options, _analyzer) { Progress = progress => Offer(give, new RunNews<AffinityResult>(Progress: progress)) };
        return session.RunAsync(targets, _intake.Observations, Ordered, result => give(new RunNews<AffinityResult>(result)), stop);
    }

    private void Write(AffinityResult result)
    {
        result.Findings = Quiet ? result.Findings : result.Findings.Where(Filter.Shows).ToArray();
        Write(result, result.Outcome);
    }

    private AffinityKnowledge ReadKnowledge() => new()
    {
        ServerVersion = ServerVersion.Length == 0 ? "" : ExchangeVersionText.ReadOrThrow(ServerVersion),
        DeviceIdleTimeout = Given(DeviceIdleTimeout),
        FirewallIdleTimeout = Given(FirewallIdleTimeout),
        KeepAlive = Given(KeepAliveTime) is { } time ? [new KeepAliveSetting { KeepAliveTime = time }] : [],
    };

    private AffinityProbeOptions ReadOptions() => new()
    {
        Count = Count,
        Interval = Interval,
        Duration = Duration,
        Pause = TimeSpan.FromSeconds(PauseSeconds),
        SourceAddresses = SourceAddress,
        IdleTimes = IdleTime.Length > 0 ? IdleTime : MeasureIdleTime ? AffinityProbeOptions.UsualIdleTimes : [],
        RequestLimit = RequestLimit,
        Probe = new EndpointProbeOptions
        {
            ThrottleLimit = ThrottleLimit,
            StageTimeout = TimeSpan.FromSeconds(TimeoutSec),
            DnsServers = ReadDnsServers(),
            Vantage = GivenVantage,
        },
    };

    private static TimeSpan? Given(TimeSpan time) => time > TimeSpan.Zero ? time : null;
}
