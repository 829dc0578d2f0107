using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Affinity;
using MrsDiag.Endpoints;

namespace MrsDiag.Cli.Commands;

/// <summary>The options of <c>mrsdiag affinity</c> that say how to test, and what is known.</summary>
internal sealed class AffinityOptions
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Option<string[]> _source = Several("--source-address", "An address of this computer to test from; a second one shows whether another client gets another server.");
    private readonly Option<int> _count = Number("--count", "How many new connections are made one after the other.", 12);
    private readonly Option<string?> _interval = new("--interval") { Description = "Pause between new connections: 500ms, 5s; a bare number is seconds." };
    private readonly Option<string?> _duration = new("--duration") { Description = "Go on watching for this time: 10m, 1h; a bare number is seconds." };
    private readonly Option<int> _pause = Number("--pause", "Seconds of the pause after which a new connection is made; 0 for none.", 5);
    private readonly Option<bool> _measureIdle = new("--measure-idle-time") { Description = "Hold connections silent for 30, 60 and 110 seconds, and then use them." };
    private readonly Option<string[]> _idleTime = Several("--idle-time", "Another silence to measure: 10s, 90s; a bare number is seconds.");
    private readonly Option<string?> _device = new("--device-idle-timeout") { Description = "Idle time-out of the load balancer as configured: 15m; a bare number is seconds." };
    private readonly Option<string?> _firewall = new("--firewall-idle-timeout") { Description = "Idle time-out of the firewall, likewise." };
    private readonly Option<string?> _keepAlive = new("--keep-alive-time") { Description = "TCP keep-alive time of the Exchange servers: 15m; a bare number is milliseconds, as in the registry." };
    private readonly Option<string?> _version = new("--server-version") { Description = "The oldest Exchange version behind the name: 2010, 2013, 2016, 2019, SE, or a build." };
    private readonly Option<int> _limit = Number("--request-limit", "How many requests are sent at most to one endpoint.", 200);
    private readonly Option<string[]> _dnsServer = Several("--dns-server", "A DNS server to ask too: address or name, with an optional port.");
    private readonly Option<EndpointVantage?> _vantage = new("--vantage") { Description = "Where this computer stands: Internal or External; found out unless given." };
    private readonly Option<int> _throttle = Number("--throttle", "How many endpoints are tested at once.", 16);
    private readonly Option<int> _timeout = Number("--timeout", "Seconds for one step of a request: the connection, the handshake, the answer.", 10);

    /// <summary>Adds all of them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        ValueOptions.Between(_count, 1, 1000);
        ValueOptions.Between(_pause, 0, 86_400);
        ValueOptions.Between(_limit, 1, 100_000);
        ValueOptions.Between(_throttle, 1, 256);
        ValueOptions.Between(_timeout, 1, 600);
        foreach (Option option in new Option[]
            { _source, _count, _interval, _duration, _pause, _measureIdle, _idleTime, _device, _firewall, _keepAlive, _version, _limit, _dnsServer, _vantage, _throttle, _timeout })
            command.Options.Add(option);
    }

    /// <summary>Reads what is known of the servers and devices.</summary>
    /// <exception cref="UsageException">A value cannot be used.</exception>
    public AffinityKnowledge ReadKnowledge(ParseResult arguments)
    {
        TimeSpan? keepAlive = ValueOptions.Duration(_keepAlive.Name, arguments.GetValue(_keepAlive), TimeSpan.FromMilliseconds(1), Second);
        return new AffinityKnowledge
        {
            ServerVersion = ReadVersion(arguments.GetValue(_version)),
            DeviceIdleTimeout = ValueOptions.Duration(_device.Name, arguments.GetValue(_device), Second, Second),
            FirewallIdleTimeout = ValueOptions.Duration(_firewall.Name, arguments.GetValue(_firewall), Second, Second),
            KeepAlive = keepAlive is null ? [] : [new KeepAliveSetting { KeepAliveTime = keepAlive }],
        };
    }

    /// <summary>Reads how to test.</summary>
    /// <exception cref="UsageException">A value cannot be used.</exception>
    public async Task<AffinityProbeOptions> ReadAsync(ParseResult arguments, CancellationToken cancellationToken) => new()
    {
        Count = arguments.GetValue(_count),
        Interval = ValueOptions.Duration(_interval.Name, arguments.GetValue(_interval), Second, TimeSpan.Zero) ?? TimeSpan.Zero,
        Duration = ValueOptions.Duration(_duration.Name, arguments.GetValue(_duration), Second, TimeSpan.Zero) ?? TimeSpan.Zero,
        Pause = TimeSpan.FromSeconds(arguments.GetValue(_pause)),
        SourceAddresses = ReadSources(arguments.GetValue(_source)!),
        IdleTimes = ReadIdleTimes(arguments),
        RequestLimit = arguments.GetValue(_limit),
        Probe = new EndpointProbeOptions
        {
            ThrottleLimit = arguments.GetValue(_throttle),
            StageTimeout = TimeSpan.FromSeconds(arguments.GetValue(_timeout)),
            DnsServers = await ValueOptions.DnsServersAsync(arguments.GetValue(_dnsServer)!, cancellationToken).ConfigureAwait(false),
            Vantage = arguments.GetValue(_vantage),
        },
    };

    private IReadOnlyList<TimeSpan> ReadIdleTimes(ParseResult arguments)
    {
        string[] given = arguments.GetValue(_idleTime)!;
        if (given.Length > 0)
            return [.. given.Select(text => ValueOptions.Duration(_idleTime.Name, text, Second, Second)!.Value)];
        return arguments.GetValue(_measureIdle) ? AffinityProbeOptions.UsualIdleTimes : [];
    }

    private IPAddress[] ReadSources(string[] texts) => texts.Length > 2
        ? throw new UsageException($"{_source.Name} can be given twice at most.")
        : [.. texts.Select(t => IPAddress.TryParse(t, out IPAddress? address) ? address : throw new UsageException($"{_source.Name}: '{t}' is no IP address."))];

    private static string ReadVersion(string? text)
    {
        try
        {
            return text is null ? "" : ExchangeVersionText.ReadOrThrow(text);
        }
        catch (EndpointInputException e)
        {
            throw new UsageException("--server-version: " + e.Message);
        }
    }

    private static Option<int> Number(string name, string description, int value) => new(name) { Description = description, DefaultValueFactory = _ => value };

    private static Option<string[]> Several(string name, string description) => new(name) { Description = description, DefaultValueFactory = _ => [] };
}
