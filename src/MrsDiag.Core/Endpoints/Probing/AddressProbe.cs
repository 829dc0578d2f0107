using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// Walks the stages of one address. What it sees goes into the observation at once: when the time is over, what was seen stays.
internal sealed class AddressProbe(EndpointProbeOptions options, VantageFinder vantage, CredentialGate gate)
{
    private readonly HttpExchanger _exchanger = new(options);
    private readonly LogonStage _logon = new(options, gate);

    /// <summary>Opens the first connection. Tests put in what no network of theirs can do.</summary>
    public Func<ProbePlace, CancellationToken, Task<TcpResult>> Connect { get; init; } =
        (place, cancellationToken) => TcpConnector.ConnectAsync(place.Address, place.Port, options.StageTimeout, cancellationToken);

    public async Task RunAsync(EndpointObservation observation, ProbePlace place, CancellationToken cancellationToken)
    {
        StageNotes notes = new();
        Stopwatch clock = Stopwatch.StartNew();
        observation.StartedAt = DateTime.UtcNow;
        (observation.Vantage, observation.VantageReason) = vantage.Find(place.Address);
        try
        {
            bool open = await WithinBudgetAsync(observation, place, notes, cancellationToken).ConfigureAwait(false);
            if (open)
                await LogonAsync(observation, place, options.Timeout - clock.Elapsed, notes, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // A defect of ours, or something of the platform that nobody has seen yet: what was seen before it stays.
            notes.Rest(StageReason.StageBeforeFailed, $"The probe itself failed: {CallFailure.Text(e)}");
        }
        notes.Rest(StageReason.TimeBudget, FormattableString.Invariant($"The time for one address, {options.Timeout.TotalSeconds:0.###} seconds, was over."));
        observation.NotTested = [.. observation.NotTested, .. notes.Notes];
        observation.Duration = clock.Elapsed;
    }

    // All stages without credentials. Whether the way is open for the one with them.
    private async Task<bool> WithinBudgetAsync(EndpointObservation observation, ProbePlace place, StageNotes notes, CancellationToken cancellationToken)
    {
        using CancellationTokenSource budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(options.Timeout);
        TcpResult tcp = await ConnectAsync(observation, place, notes, budget.Token).ConfigureAwait(false);
        if (tcp.Socket is not { } socket)
            return false;
        if (place.IsHttps)
            return await SecureAsync(observation, place, socket, notes, budget.Token).ConfigureAwait(false);
        socket.Dispose();
        notes.Add(EndpointStage.Tls, StageReason.NotHttps, "The endpoint is asked over http.");
        return await HttpAsync(observation, place, notes, budget.Token).ConfigureAwait(false);
    }

    private async Task<TcpResult> ConnectAsync(EndpointObservation observation, ProbePlace place, StageNotes notes, CancellationToken cancellationToken)
    {
        options.Log?.Invoke($"Connect: {place}");
        TcpResult tcp = await Connect(place, cancellationToken).ConfigureAwait(false);
        observation.Tcp = new TcpObservation { End = tcp.End, Error = tcp.Error, Duration = tcp.Duration };
        if (tcp.Socket is { } socket)
        {
            notes.Done(EndpointStage.Tcp);
            observation.SourceAddress = socket.LocalEndPoint is IPEndPoint local ? AddressKind.Normalize(local.Address).ToString() : "";
            return tcp;
        }
        if (LacksRoute(tcp, place))
        {
            notes.Add(EndpointStage.Tcp, StageReason.NoRoute, $"This computer has no IPv6 route to {place.Address}.");
        }
        else if (tcp.End == CallEnd.TimedOut && vantage.MayBeHairpin(place.Address, observation.Vantage))
        {
            notes.Add(EndpointStage.Tcp, StageReason.Hairpin,
                $"{place.Address} is public and this computer has private addresses only: many routers do not lead such a connection back in.");
        }
        notes.Done(EndpointStage.Tcp);
        notes.Rest(StageReason.StageBeforeFailed, "There is no TCP connection.");
        return tcp;
    }

    // A computer without a public IPv6 address gets nowhere in the IPv6 internet, whatever the network says to it.
    private bool LacksRoute(TcpResult tcp, ProbePlace place) =>
        place.Address.AddressFamily == AddressFamily.InterNetworkV6
        && (tcp.Code is SocketError.NetworkUnreachable or SocketError.AddressFamilyNotSupported or SocketError.AddressNotAvailable
            || (tcp.End is CallEnd.Unreachable or CallEnd.TimedOut && vantage.IsBeyondReach(place.Address)));

    private async Task<bool> SecureAsync(
        EndpointObservation observation, ProbePlace place, Socket socket, StageNotes notes, CancellationToken cancellationToken)
    {
        Task versions = new VersionStage(options).RunAsync(observation.Tls, place, cancellationToken);
        try
        {
            await new TlsStage(options).RunAsync(observation.Tls, socket, place.Host, cancellationToken).ConfigureAwait(false);
            notes.Done(EndpointStage.Tls);
            if (observation.Tls.End == CallEnd.Succeeded)
                return await HttpAsync(observation, place, notes, cancellationToken).ConfigureAwait(false);
            notes.Rest(StageReason.StageBeforeFailed, "TLS did not come about.");
            return false;
        }
        finally
        {
            await versions.ConfigureAwait(false);
        }
    }

    private async Task<bool> HttpAsync(EndpointObservation observation, ProbePlace place, StageNotes notes, CancellationToken cancellationToken)
    {
        HttpCallResult get = await _exchanger.CallAsync(MrsProxyRequests.Get(place), cancellationToken).ConfigureAwait(false);
        observation.Exchanges = [get.Exchange];
        if (!get.IsConnected)
        {
            notes.Done(EndpointStage.Http);
            notes.Rest(StageReason.StageBeforeFailed, "The connection for the first GET did not come about.");
            return false;
        }
        await new AnonymousStages(_exchanger, observation, place, notes).RunAsync(get.Exchange, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task LogonAsync(
        EndpointObservation observation, ProbePlace place, TimeSpan left, StageNotes notes, CancellationToken cancellationToken)
    {
        if (_logon.WhyNot(observation, place) is { } why)
            notes.Add(EndpointStage.Logon, why.Reason, why.Detail);
        else
            await _logon.RunAsync(observation, place, left, notes, cancellationToken).ConfigureAwait(false);
    }
}
