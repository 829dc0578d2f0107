using System;

namespace MrsDiag.Fixtures.MoveReports.Scenarios;

/// <summary>Moves that go well, wait as they may, or meet what is inside the mailbox.</summary>
internal static class OrdinaryScenarios
{
    private const string Server = "EX01.contoso.com";
    private const string Build = "15.1.2507.6 ServerCaps:01FFFFFF";

    public static void Healthy(MoveTimeline t)
    {
        t.Pickup().Connect(Server, Build).Wait(0.2).Seed().Progress(22).Wait(20).Progress(51).Wait(15);
        t.Transient(FailureTexts.Timeout(t.Move.RemoteHostName, "00:00:50.0003906")).Wait(1).Pickup().Connect(Server, Build).Wait(10);
        t.Progress(83).Wait(9).Progress(100).Wait(1).Line("Copying messages is complete. Copying rules and security descriptors.").Wait(2).Complete();
    }

    public static void InProgress(MoveTimeline t) =>
        t.Pickup().Connect(Server, Build).Wait(0.2).Seed().Progress(14).Wait(18).Progress(33).Wait(21).Progress(50);

    public static void StalledTargetDisk(MoveTimeline t)
    {
        InProgress(t);
        for (int i = 0; i < 2; i++)
        {
            t.Wait(4).Line("Relinquishing job because of large delays due to unfavorable server health or budget limitations with a request throttling "
                + "state 'StalledDueToTarget_DiskLatency'.").Wait(5).Pickup().Line("Request is no longer stalled and will continue.").Wait(6);
        }
        t.Progress(58);
        t.Move.StatusDetail = "StalledDueToTarget_DiskLatency";
        t.Move.WriteThrottle = TimeSpan.FromMinutes(11);
    }

    public static void CompletedWithWarning(MoveTimeline t)
    {
        InProgress(t);
        t.Wait(20).Progress(100).Wait(2).Complete();
        t.Line("Warning: Target mailbox unlock operation was not replicated. If a lossy failover occurs after the target mailbox was unlocked, the target "
            + "mailbox could remain inaccessible. Error details: Mailbox changes failed to replicate.", "WarningCondition");
        t.Move.Status = "CompletedWithWarning";
        t.Move.StatusDetail = "CompletedWithWarnings";
    }

    public static void TooManyBadItems(MoveTimeline t)
    {
        InProgress(t);
        for (int i = 0; i < 11; i++)
            t.Wait(0.3).Line("A corrupted item was encountered: CorruptFolderACL \"/Inbox/Projects\"", "Warning", "BadItem");
        t.Move.BadItems = 11;
        t.Wait(1).Fatal(FailureTexts.TooManyBadItems());
        t.Move.StatusDetail = "FailedBadItemLimit";
    }
}
