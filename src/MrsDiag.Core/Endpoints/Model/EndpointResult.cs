using System;

namespace MrsDiag.Endpoints;

/// <summary>The answer about one address of one endpoint. Written for healthy ones too.</summary>
public sealed class EndpointResult
{
    /// <summary>The worst of its checks and findings.</summary>
    public CheckOutcome Outcome { get; set; }

    /// <summary>The endpoint.</summary>
    public string Uri { get; set; } = "";

    /// <summary>Its host name.</summary>
    public string HostName { get; set; } = "";

    /// <summary>The address that was probed; empty where there was none.</summary>
    public string Address { get; set; } = "";

    /// <summary>How the probe got there.</summary>
    public EndpointRoute Route { get; set; }

    /// <summary>The Exchange server that answered, by NTLM challenge, else by X-FEServer, else healthcheck.htm; empty where no sign came.</summary>
    public string Server { get; set; } = "";

    /// <summary>Where the probe stood.</summary>
    public EndpointVantage Vantage { get; set; }

    /// <summary>The stage at which the way ended; <see langword="null"/> when it was walked to the end.</summary>
    public EndpointStage? StoppedAt { get; set; }

    /// <summary>The answer in one line.</summary>
    public string Message { get; set; } = "";

    /// <summary>Everything that was looked at, in order of the stages.</summary>
    public EndpointCheck[] Checks { get; set; } = [];

    /// <summary>The causes that fit, worst first; never empty (J3).</summary>
    public Finding[] Findings { get; set; } = [];

    /// <summary>When the probe began, UTC.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>What was seen. Can be kept and judged again: <c>Import-Clixml | Test-MrsProxyEndpoint</c>.</summary>
    public EndpointObservation Observation { get; set; } = new();

    /// <summary>One line for logs and string conversions.</summary>
    /// <returns>Outcome, host, address and message.</returns>
    public override string ToString() => $"{Outcome} {HostName} {Address}: {Message}";
}
