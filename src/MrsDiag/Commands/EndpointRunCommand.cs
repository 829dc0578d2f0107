using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Net;
using MrsDiag.Endpoints;
using MrsDiag.Pipeline;
using MrsDiag.RuleBase;
using MrsDiag.Sources;

namespace MrsDiag.Commands;

/// <summary>A cmdlet that tests endpoints: how they are named, how names are resolved, and how results are written.</summary>
public abstract class EndpointRunCommand : RuleCommand
{
    private protected const string ByUri = "Uri";
    private protected const string ByComputerName = "ComputerName";
    private protected const string ByObject = "InputObject";

    private protected EndpointRunCommand()
    {
    }

    /// <summary>Endpoints to test: a URL, or the name that moves use, for example mail.contoso.com.</summary>
    /// <remarks>A name without a path stands for https://name/EWS/mrsproxy.svc. A port may follow the name.</remarks>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByUri)]
    [Alias("Url")]
    [ValidateNotNullOrEmpty]
    public string[] Uri { get; set; } = [];

    /// <summary>Names of servers to test, each as https://name/EWS/mrsproxy.svc.</summary>
    /// <remarks>
    /// The certificate is held against that name. To test a server under the name that clients use, give the name to -Uri and the server
    /// to -Address.
    /// </remarks>
    [Parameter(Mandatory = true, ParameterSetName = ByComputerName)]
    [Alias("CN")]
    [ValidateNotNullOrEmpty]
    public string[] ComputerName { get; set; } = [];

    /// <summary>DNS servers to ask beside the resolver of this computer, by address or name, with an optional port: 10.0.0.53, 10.0.0.53:5353.</summary>
    /// <value>Those of this computer</value>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] DnsServer { get; set; } = [];

    /// <summary>Where this computer stands: Internal, or External, which is where Exchange Online comes from.</summary>
    /// <value>Found out from the addresses</value>
    [Parameter]
    public EndpointVantage Vantage { get; set; }

    /// <summary>Writes results in the order of the input; without it, as they are done.</summary>
    [Parameter]
    public SwitchParameter Ordered { get; set; }

    /// <summary>Writes only $true or $false for each result: $true for Passed and Warning, $false for Failed and NotTested.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>What was named by -Uri or -ComputerName.</summary>
    private protected string[] Names => ParameterSetName == ByUri ? Uri : ComputerName;

    /// <summary>-Vantage where it was given.</summary>
    private protected EndpointVantage? GivenVantage => MyInvocation.BoundParameters.ContainsKey(nameof(Vantage)) ? Vantage : null;

    /// <summary>Tells what objects were left out, and whether anything is left to test.</summary>
    private protected bool HasWork(ObjectIntake intake)
    {
        foreach (string reason in intake.Skipped)
            WriteVerbose(reason);
        if (!intake.HasWork && intake.Skipped.Count > 0)
            WriteWarning("Nothing was tested. " + intake.Skipped[0]);
        return intake.HasWork;
    }

    /// <summary>Writes a result, or with -Quiet whether it is one that a script can go on with.</summary>
    private protected void Write(object result, CheckOutcome outcome) =>
        WriteObject(Quiet ? outcome is CheckOutcome.Passed or CheckOutcome.Warning : result);

    /// <summary>Writes what is wrong with inputs.</summary>
    private protected void Tell(IEnumerable<InputProblem> problems, object? input = null)
    {
        foreach (InputProblem problem in problems)
            WriteError(Errors.InputNotJudged(problem, input));
    }

    /// <summary>Makes something of parameters; ends the command where one of them cannot be used.</summary>
    /// <param name="make">Makes it.</param>
    /// <param name="parameters">The parameters concerned, as the error names them.</param>
    /// <param name="given">What was given.</param>
    private protected T OrEnd<T>(Func<T> make, string parameters, string[] given)
    {
        try
        {
            return make();
        }
        catch (EndpointInputException e)
        {
            ThrowTerminatingError(Errors.InputNotJudged(new InputProblem(e.Code, e.Message, parameters), given));
            throw;
        }
    }

    /// <summary>Reads -DnsServer; one that cannot be asked ends the command.</summary>
    private protected List<IPEndPoint> ReadDnsServers()
    {
        List<IPEndPoint> servers = [];
        foreach (string text in DnsServer)
        {
            try
            {
                RunAside<IPEndPoint>(
                    async (give, stop) => give(await DnsServerText.ReadAsync(text, stop).ConfigureAwait(false)), servers.Add, idle: () => { });
            }
            catch (EndpointInputException e)
            {
                ThrowTerminatingError(Errors.DnsServerInvalid(text, e));
            }
        }
        return servers;
    }

    /// <summary>Gives news from another thread. A straggler may still have some while the run is being wound up.</summary>
    private protected static void Offer<T>(Action<T> give, T news)
    {
        try
        {
            give(news);
        }
        catch (Exception e) when (e is InvalidOperationException or OperationCanceledException)
        {
            // Nobody listens any more.
        }
    }
}
