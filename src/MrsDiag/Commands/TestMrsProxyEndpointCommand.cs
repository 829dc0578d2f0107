using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Pipeline;
using MrsDiag.Sources;

namespace MrsDiag.Commands;

/// <summary>Walks the way to MRS Proxy, from DNS to the call with credentials, and says where it ends and why.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MrsProxyEndpoint", DefaultParameterSetName = ByUri)]
[OutputType(typeof(EndpointResult), typeof(bool))]
public sealed class TestMrsProxyEndpointCommand : EndpointRunCommand
{
    private const string ByEmailAddress = "EmailAddress";

    private EndpointIntake _intake = null!;
    private EndpointPipelineInput _input = null!;
    private EndpointAnalyzer _analyzer = null!;
    private EndpointProbeOptions _options = new();
    private bool _isVerbose;

    /// <summary>
    /// What names endpoints, live, from a remote session, or from Import-Clixml: the output of Get-WebServicesVirtualDirectory, of
    /// Get-MigrationEndpoint, of Get-MoveRequestStatistics; names and URLs; files; and saved results of this command, which are judged
    /// again without any network.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Objects are recognised by their properties, not by their type. Of virtual directories the name in ExternalUrl is tested, and each
    /// server behind it under that name; what the directories say is compared with what the wire says.
    /// </para>
    /// <para>A file holds exported objects or saved results (CLIXML), or one URL or name a line.</para>
    /// </remarks>
    [Parameter(Mandatory = true, ParameterSetName = ByObject, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    /// <summary>E-mail addresses whose endpoint is looked for by Autodiscover, as Exchange Online does it. No logon is made for that.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByEmailAddress)]
    [ValidateNotNullOrEmpty]
    public string[] EmailAddress { get; set; } = [];

    /// <summary>Servers behind the name, by address or by their own name. Each is tested directly, past DNS and load balancer.</summary>
    /// <remarks>
    /// The name in the TLS handshake and in the Host header stays that of the endpoint, and so does the certificate check. These are tested
    /// instead of what DNS gives for the name; add -Via with the name itself to test both and compare them.
    /// </remarks>
    /// <value>None, or the servers of the virtual directories given</value>
    [Parameter(ParameterSetName = ByUri)]
    [Parameter(ParameterSetName = ByComputerName)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    public string[] Address { get; set; } = [];

    /// <summary>Devices in front of the servers, by address or name: the address of the load balancer, or the name of the endpoint itself.</summary>
    /// <remarks>
    /// Each is tested as -Address is, and its answers are compared with those of the servers: what differs comes from the device. That the
    /// direct way works is no proof against the device where it is the gateway of the servers as well.
    /// </remarks>
    [Parameter(ParameterSetName = ByUri)]
    [Parameter(ParameterSetName = ByComputerName)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    public string[] Via { get; set; } = [];

    /// <summary>The account of the migration endpoint, in the form DOMAIN\user. Without it nothing is logged on.</summary>
    /// <remarks>
    /// It is sent only where TLS was validated here, one attempt an endpoint. After the first refusal it goes to no other endpoint, so that
    /// a wrong password locks no account; -Force lifts that.
    /// </remarks>
    [Parameter]
    [Credential]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>The scheme of the logon: NTLM, Negotiate or Basic.</summary>
    /// <remarks>
    /// Exchange Online uses NTLM. Negotiate may choose Kerberos inside the network, and so succeed where a move fails. Basic sends the
    /// password itself.
    /// </remarks>
    [Parameter]
    [ValidateSet("NTLM", "Negotiate", "Basic")]
    public string Authentication { get; set; } = "NTLM";

    /// <summary>Lets the credential go on to further endpoints after one has refused it. Each attempt counts towards the lockout of the account.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>How many addresses are tested at once.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = 64;

    /// <summary>Seconds for one address, all stages together. What is not done by then is NotTested.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <summary>Seconds for one stage: a connection, a handshake, an answer.</summary>
    [Parameter]
    [ValidateRange(1, 600)]
    public int StageTimeoutSec { get; set; } = 10;

    private protected override void Begin()
    {
        _isVerbose = IsVerbose;
        _analyzer = new EndpointAnalyzer(LoadRules());
        _options = ReadOptions();
        _intake = OrEnd(() => new EndpointIntake(Address, Via), "Address, Via", [.. Address, .. Via]);
        _input = new EndpointPipelineInput(_intake, new PathResolver(this).FindFile);
        if (Credential is { } account && account != PSCredential.Empty)
        {
            _options = _options with { Credential = EndpointAccount.Read(account.UserName, account.Password) };
            if (EndpointAccount.IsUserPrincipalName(account.UserName))
                WriteWarning(EndpointAccount.UserPrincipalNameAdvice);
        }
    }

    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case ByObject:
                Tell(_input.Accept(InputObject, StopToken), InputObject);
                break;
            case ByEmailAddress:
                Tell(EmailAddress.Select(_intake.AddEmailAddress).OfType<InputProblem>());
                break;
            default:
                Tell(Names.Select(_intake.AddText).OfType<InputProblem>());
                break;
        }
    }

    // Only now all virtual directories that share a name are known.
    private protected override void End()
    {
        if (HasWork(_intake))
            Probe();
    }

    private void Probe()
    {
        int endpoints = _intake.Inputs.Targets.Count + _intake.Inputs.Observations.Count;
        int done = 0;
        RunAside<RunNews<EndpointResult>>(
            RunAsync,
            news =>
            {
                if (news.Line is not null)
                    WriteVerbose(news.Line);
                if (news.Result is not { } result)
                    return;
                // Each endpoint has one first address.
                done += result.Observation.IsFirst ? 1 : 0;
                Progress();
                Write(result);
            },
            Progress);

        void Progress() => ShowProgress(
            "Testing MRS Proxy endpoints",
            string.Format(CultureInfo.InvariantCulture, "{0} of {1} endpoints", Math.Min(done, endpoints), endpoints),
            Math.Min(done, endpoints) * 100 / endpoints);
    }

    private Task RunAsync(Action<RunNews<EndpointResult>> give, CancellationToken stop)
    {
        EndpointProbe probe = new(_isVerbose ? _options with { Log = line => Offer(give, new RunNews<EndpointResult>(Line: line)) } : _options);
        return new EndpointSession(probe, _analyzer).RunAsync(_intake.Inputs, Ordered, result => give(new RunNews<EndpointResult>(result)), stop);
    }

    private void Write(EndpointResult result)
    {
        result.Findings = Quiet ? result.Findings : result.Findings.Where(Filter.Shows).ToArray();
        Write(result, result.Outcome);
    }

    private EndpointProbeOptions ReadOptions() => new()
    {
        ThrottleLimit = ThrottleLimit,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        StageTimeout = TimeSpan.FromSeconds(StageTimeoutSec),
        Authentication = Authentication,
        Force = Force,
        DnsServers = ReadDnsServers(),
        Vantage = GivenVantage,
    };
}
