using System;

namespace MrsDiag.Fixtures.MoveReports.Scenarios;

/// <summary>Moves whose session breaks on the way.</summary>
internal static class SessionScenarios
{
    private const string Cas1 = "CAS1.contoso.com (14.3.439.0 caps:05FFFF)";
    private const string Cas2 = "CAS2.contoso.com (14.3.439.0 caps:05FFFF)";

    public static void AffinityLost2010(MoveTimeline t)
    {
        t.Move.SourceVersion = new Version(14, 3, 439, 0);
        string host = t.Move.RemoteHostName;
        t.Pickup().Connect("CAS1.contoso.com", "14.3.439.0 caps:05FFFF").Wait(0.2).Seed().Progress(8).Wait(12).Progress(17).Wait(6);
        t.Transient(FailureTexts.SequenceFault(host, Cas1)).Wait(1);
        t.Pickup().Connect("CAS2.contoso.com", "14.3.439.0 caps:05FFFF").Wait(0.5).Line("Request processing continued, stage CopyingMessages.").Wait(9);
        t.Progress(24).Wait(11).Transient(FailureTexts.SequenceFault(host, Cas2)).Wait(1);
        t.Pickup().Connect("CAS1.contoso.com", "14.3.439.0 caps:05FFFF").Wait(7);
        t.Transient(FailureTexts.SequenceFault(host, Cas1)).Wait(1);
        Lock(t, times: 3);
    }

    public static void SingleServer15(MoveTimeline t)
    {
        t.Pickup().Connect("EX01.contoso.com", "15.1.2507.6 ServerCaps:01FFFFFF").Wait(0.2).Seed().Progress(20).Wait(40);
        t.Transient(FailureTexts.SequenceFault(t.Move.RemoteHostName, "EX01.contoso.com (15.1.2507.6 ServerCaps:01FFFFFF)")).Wait(1);
        t.Pickup().Connect("EX01.contoso.com", "15.1.2507.6 ServerCaps:01FFFFFF").Wait(1).Progress(35).Wait(30).Progress(60);
    }

    public static void MailboxLock(MoveTimeline t)
    {
        t.Pickup().Connect("EX01.contoso.com", "15.1.2507.6 ServerCaps:01FFFFFF").Wait(1);
        Lock(t, times: 4);
    }

    public static void ExportTimeout(MoveTimeline t)
    {
        t.Pickup().Connect("EX01.contoso.com", "15.1.2507.6 ServerCaps:01FFFFFF").Wait(0.2).Seed().Progress(12).Wait(20);
        t.Transient(FailureTexts.Timeout(t.Move.RemoteHostName, "00:00:50.0004820")).Wait(2).Transient(FailureTexts.ExportTimeout()).Wait(3);
        t.Transient(FailureTexts.ExportTimeout()).Wait(5).Progress(14);
    }

    public static void TooManyTransientFailures(MoveTimeline t)
    {
        string host = t.Move.RemoteHostName;
        t.Pickup().Connect("EX01.contoso.com", "15.1.2507.6 ServerCaps:01FFFFFF").Wait(0.2).Seed();
        for (int i = 0; i < t.Times(6); i++)
            t.Transient(FailureTexts.Timeout(host, "00:00:50.0001172")).Wait(5);
        t.Fatal(FailureTexts.TooManyTransient(60, "TimeoutErrorTransientException", 57));
    }

    private static void Lock(MoveTimeline t, int times)
    {
        for (int i = 0; i < t.Times(times); i++)
        {
            t.Transient(FailureTexts.MailboxLocked()).Wait(0.5).RelinquishLocked(5);
            t.Pickup();
        }
        t.Move.PercentComplete = Math.Max(t.Move.PercentComplete, 20);
    }
}
