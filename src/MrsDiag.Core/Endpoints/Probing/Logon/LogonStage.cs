using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// Decides with care whether the credential goes to an address, and takes it there (J15).
internal sealed class LogonStage(EndpointProbeOptions options, CredentialGate gate)
{
    /// <summary>Why no credential goes to this address, as far as the address itself says; <see langword="null"/> where it may.</summary>
    public (string Reason, string Detail)? WhyNot(EndpointObservation observation, ProbePlace place)
    {
        if (options.Credential is null)
            return (StageReason.NoCredential, "No credential was given.");
        if (!place.MayLogOn)
            return (StageReason.ForeignName, "Autodiscover led to a name outside the e-mail domain, so no credential was sent. Give the endpoint by -Uri to test a logon.");
        if (!place.IsHttps)
            return (StageReason.NotHttps, "Credentials go over https only.");
        if (observation.Tls.IsTrusted != true || observation.Tls.NameMatches != true)
            return (StageReason.TlsNotTrusted, "The certificate is not trusted here or does not cover the name, so no credential was sent.");
        HttpExchange? get = observation.Exchanges.FirstOrDefault(static exchange => exchange.Purpose == ExchangePurpose.Get);
        if (get?.Status != 401)
            return (StageReason.NotAsked, $"The GET without a logon was not answered by 401 ({Answer(get)}), so no credential was sent.");
        if (!get.AuthenticationSchemes.Contains(options.Authentication, StringComparer.OrdinalIgnoreCase))
            return (StageReason.NotOffered, $"{options.Authentication} is not offered; offered: {Offered(get)}.");
        string unable = PlatformLogon.WhyNot(options.Authentication);
        return unable.Length > 0 ? (StageReason.NotSupportedHere, unable) : null;
    }

    public async Task RunAsync(EndpointObservation observation, ProbePlace place, TimeSpan left, StageNotes notes, CancellationToken cancellationToken)
    {
        NetworkCredential credential = options.Credential!;
        // Waiting for others is not this address's own time.
        using GateTicket ticket = await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        if (ticket.RefusedBy is { } other)
        {
            notes.Add(EndpointStage.Logon, StageReason.CredentialRefusedBefore,
                $"{other} refused the credential, so it was sent nowhere else. Check the password, or use -Force.");
            return;
        }
        using CancellationTokenSource budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        using LogonCall call = new(options, place, credential);
        string name = $"{place.Host} ({place.Address})";
        List<LogonObservation> logons = [];
        try
        {
            LogonObservation get = await call.GetAsync(budget.Token).ConfigureAwait(false);
            logons.Add(get);
            Report(ticket, name, get);
            if (get.Status is not null and not 401)
            {
                LogonObservation post = await call.ExpectPostAsync(budget.Token).ConfigureAwait(false);
                // Not told to the gate: the credential was taken, so a 401 here is about the connection.
                logons.Add(post);
            }
            notes.Done(EndpointStage.Logon);
        }
        finally
        {
            observation.Logons = [.. logons];
        }
    }

    private static void Report(GateTicket ticket, string name, LogonObservation logon)
    {
        if (logon.Status is { } status)
            ticket.Report(name, wasRefused: status == 401);
    }

    private static string Answer(HttpExchange? get) => get?.Status is { } status ? FormattableString.Invariant($"{status}") : "no answer";

    private static string Offered(HttpExchange get) => get.AuthenticationSchemes.Length == 0 ? "nothing" : string.Join(", ", get.AuthenticationSchemes);
}
