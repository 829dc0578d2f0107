using System;
using System.CommandLine;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Cli.Input;
using MrsDiag.Endpoints;

namespace MrsDiag.Cli.Commands;

/// <summary>The options of <c>mrsdiag endpoint</c> that say how to probe.</summary>
internal sealed class EndpointOptions
{
    private static readonly string[] Schemes = ["NTLM", "Negotiate", "Basic"];

    private readonly Option<string?> _user = new("--user")
    {
        Description = $"The account for the call with credentials, DOMAIN\\user. Its password comes from {PasswordSource.Variable} or --password-stdin, never from the command line.",
    };

    private readonly Option<bool> _passwordStdin = new("--password-stdin") { Description = "Read the password from the first line of standard input." };
    private readonly Option<string> _authentication = new("--authentication") { Description = "NTLM, Negotiate or Basic.", DefaultValueFactory = _ => "NTLM" };
    private readonly Option<bool> _force = new("--force") { Description = "Let the credential go on to further endpoints after one has refused it." };
    private readonly Option<string[]> _dnsServer = new("--dns-server") { Description = "A DNS server to ask too: address or name, with an optional port.", DefaultValueFactory = _ => [] };
    private readonly Option<EndpointVantage?> _vantage = new("--vantage") { Description = "Where this computer stands: Internal or External; found out unless given." };
    private readonly Option<int> _throttle = new("--throttle") { Description = "How many addresses are tested at once.", DefaultValueFactory = _ => 64 };
    private readonly Option<int> _timeout = new("--timeout") { Description = "Seconds for one address, all stages together.", DefaultValueFactory = _ => 60 };
    private readonly Option<int> _stageTimeout = new("--stage-timeout") { Description = "Seconds for one stage.", DefaultValueFactory = _ => 10 };

    /// <summary>Adds all of them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        _authentication.AcceptOnlyFromAmong(Schemes);
        ValueOptions.Between(_throttle, 1, 1024);
        ValueOptions.Between(_timeout, 1, 3600);
        ValueOptions.Between(_stageTimeout, 1, 600);
        foreach (Option option in new Option[] { _user, _passwordStdin, _authentication, _force, _dnsServer, _vantage, _throttle, _timeout, _stageTimeout })
            command.Options.Add(option);
    }

    /// <summary>Whether the password is to come from standard input.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns><see langword="true"/> if so.</returns>
    public bool TakesStandardInput(ParseResult arguments) => arguments.GetValue(_passwordStdin);

    /// <summary>Reads them.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="cancellationToken">Ends the waiting for DNS servers that are given by name.</param>
    /// <returns>What the probe takes.</returns>
    /// <exception cref="UsageException">A value cannot be used.</exception>
    public async Task<EndpointProbeOptions> ReadAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        return new EndpointProbeOptions
        {
            ThrottleLimit = arguments.GetValue(_throttle),
            Timeout = TimeSpan.FromSeconds(arguments.GetValue(_timeout)),
            StageTimeout = TimeSpan.FromSeconds(arguments.GetValue(_stageTimeout)),
            Authentication = arguments.GetValue(_authentication)!,
            Force = arguments.GetValue(_force),
            DnsServers = await ValueOptions.DnsServersAsync(arguments.GetValue(_dnsServer)!, cancellationToken).ConfigureAwait(false),
            Vantage = arguments.GetValue(_vantage),
            Credential = ReadCredential(arguments),
        };
    }

    private NetworkCredential? ReadCredential(ParseResult arguments)
    {
        bool fromStandardInput = TakesStandardInput(arguments);
        if (arguments.GetValue(_user) is not { Length: > 0 } user)
            return fromStandardInput ? throw new UsageException("--password-stdin needs --user.") : null;
        if (EndpointAccount.IsUserPrincipalName(user) && arguments.GetValue(_authentication) != "Basic")
            Console.Error.WriteLine("mrsdiag: " + EndpointAccount.UserPrincipalNameAdvice);
        return EndpointAccount.Read(user, PasswordSource.Read(fromStandardInput));
    }
}
