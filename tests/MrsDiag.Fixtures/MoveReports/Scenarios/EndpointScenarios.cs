using System;

namespace MrsDiag.Fixtures.MoveReports.Scenarios;

/// <summary>Moves that do not get through to MRS Proxy.</summary>
internal static class EndpointScenarios
{
    public static void Auth401(MoveTimeline t) => Retry(t, 4, () => FailureTexts.Unauthorized(t.Move.RemoteHostName, "Negotiate,NTLM"));

    public static void Auth401BasicOnly(MoveTimeline t) =>
        Retry(t, 4, () => FailureTexts.Unauthorized(t.Move.RemoteHostName, "Basic realm=\"mail.contoso.com\""));

    public static void Forbidden403(MoveTimeline t) => Retry(t, 4, () => FailureTexts.Forbidden(t.Move.RemoteHostName));

    public static void NotFound404(MoveTimeline t) =>
        Retry(t, 3, () => FailureTexts.NoEndpoint(t.Move.RemoteHostName, "The remote server returned an error: (404) Not Found."));

    public static void Unavailable503(MoveTimeline t) => Retry(t, 5, () => FailureTexts.Unavailable(t.Move.RemoteHostName));

    public static void NameNotResolved(MoveTimeline t) =>
        Retry(t, 3, () => FailureTexts.NoEndpoint(t.Move.RemoteHostName, $"The remote name could not be resolved: '{t.Move.RemoteHostName}'"));

    public static void CertificateInvalid(MoveTimeline t) => Retry(t, 3, () => FailureTexts.CertificateInvalid(t.Move.RemoteHostName));

    public static void HybridAgent504(MoveTimeline t)
    {
        t.Move.RemoteHostName = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0.resource.mailboxmigration.his.msappproxy.net";
        Retry(t, 4, () => FailureTexts.GatewayTimeout(t.Move.RemoteHostName));
    }

    public static void ConnectionLimit(MoveTimeline t)
    {
        t.Pickup().Connect("EX01.contoso.com", "15.1.2507.6 ServerCaps:01FFFFFF").Wait(0.2).Seed().Progress(30).Wait(5);
        for (int i = 0; i < t.Times(5); i++)
            t.Transient(FailureTexts.ConnectionLimit("EX01.contoso.com")).Wait(30).Pickup();
        t.Move.StatusDetail = "ProxyBackoff";
    }

    public static void OffboardingNameNotResolved(MoveTimeline t)
    {
        t.Move.Direction = "Push";
        t.Move.WorkloadType = "Offboarding";
        (t.Move.SourceVersion, t.Move.TargetVersion) = (t.Move.TargetVersion, t.Move.SourceVersion);
        t.Move.RemoteHostName = "hybrid.fabrikam.com";
        Retry(t, 3, () =>
        {
            SampleFailure failure = FailureTexts.NoEndpoint(t.Move.RemoteHostName, $"The remote name could not be resolved: '{t.Move.RemoteHostName}'");
            failure.Side = "Target";
            return failure;
        });
    }

    private static void Retry(MoveTimeline t, int times, Func<SampleFailure> failure)
    {
        t.Pickup();
        for (int i = 0; i < t.Times(times); i++)
            t.Transient(failure()).Wait(2).Pickup();
        t.Move.StatusDetail = "TransientFailure";
        t.Move.SyncStage = "None";
    }
}
