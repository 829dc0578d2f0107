using System;
using System.Globalization;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>
/// Lets time pass in a move and writes down what its report says then, in the line forms of research move-report.md 1.7.
/// </summary>
public sealed class MoveTimeline
{
    private const string ProxyCaps = "1FFFC7FD6DFDBF5FFFFFCB07EFFF";

    private readonly FixtureRandom _random;
    private readonly int _mostRetries;
    private string _server;
    private int _retries;

    /// <summary>Begins with the request in the queue.</summary>
    /// <param name="move">The move.</param>
    /// <param name="random">Chooses servers and seconds.</param>
    /// <param name="mostRetries">How often a failure that keeps coming back is told at most; 0 for no limit.</param>
    public MoveTimeline(SampleMove move, FixtureRandom random, int mostRetries)
    {
        _mostRetries = mostRetries;
        Move = move;
        _random = random;
        Now = move.Queued;
        _server = NextServer();
        Line($"'{move.DisplayName}' created move request.");
    }

    /// <summary>The move.</summary>
    public SampleMove Move { get; }

    /// <summary>The time now, UTC.</summary>
    public DateTime Now { get; private set; }

    /// <summary>The name that the report gives the mailbox.</summary>
    public string Mailbox => $"{Move.MailboxGuid} (Primary)";

    /// <summary>How often something repeats itself.</summary>
    public int Times(int usual) => _mostRetries == 0 ? usual : Math.Min(usual, _mostRetries);

    /// <summary>Lets time pass, some seconds more or less.</summary>
    public MoveTimeline Wait(double minutes)
    {
        Now = Now.Add(Minutes(minutes)).AddTicks((_random.Next(1, 20) * TimeSpan.TicksPerSecond) + _random.Next(10_000_000));
        return this;
    }

    /// <summary>Writes a line.</summary>
    public MoveTimeline Line(string message, string type = "Informational", string flags = "None", SampleFailure? failure = null)
    {
        Move.Entries.Add(new SampleEntry { Time = Now, Server = _server, Type = type, Flags = flags, Message = message, Failure = failure });
        return this;
    }

    /// <summary>A Mailbox Replication Service, another machine each time, takes the request.</summary>
    public MoveTimeline Pickup()
    {
        _server = NextServer();
        Wait(1);
        Line($"The Microsoft Exchange Mailbox Replication service '{_server}.eurprd05.prod.outlook.com' ({Move.TargetVersion} "
            + $"ServerCaps:01FFFFFF, ProxyCaps:{ProxyCaps}, MailboxCaps:, legacyCaps:01FFFFFF) is examining the request.");
        return Wait(0.1);
    }

    /// <summary>Connects to both sides.</summary>
    /// <param name="proxy">The MRS Proxy server of the source with its build, for example <c>CAS1.contoso.com</c>.</param>
    /// <param name="proxyBuild">Its build and capabilities.</param>
    public MoveTimeline Connect(string proxy, string proxyBuild)
    {
        Line($"Connected to target mailbox 'contoso.onmicrosoft.com\\{Mailbox}', database 'EURPR05DG117-db063', "
            + $"Mailbox server '{_server}.eurprd05.prod.outlook.com' {Version(Move.TargetVersion)}.");
        Wait(0.1);
        return Line($"Connected to source mailbox 'contoso.onmicrosoft.com\\{Mailbox}', database 'DB01', Mailbox server 'EX01.contoso.com' "
            + $"{Version(Move.SourceVersion)}, proxy server '{proxy}' {proxyBuild}.");
    }

    /// <summary>The stages up to copying.</summary>
    public MoveTimeline Seed()
    {
        Line("Request processing started.").Wait(0.2);
        Line($"Source mailbox information: Regular Items: {Move.ItemCount}, {Size(Move.TotalBytes)} Regular Deleted Items: 908, {Size(27_706_312)} "
            + $"FAI Items: 208, {Size(0)} FAI Deleted Items: 0, {Size(0)}").Wait(0.2);
        Line("Stage: CreatingFolderHierarchy. Percent complete: 10.").Wait(1);
        Line($"Initializing folder hierarchy from mailbox '{Mailbox}': 97 folders total.").Wait(1);
        Line($"Folder hierarchy initialized for mailbox '{Mailbox}': 96 folders created.").Wait(0.5);
        Line("Stage: CreatingInitialSyncCheckpoint. Percent complete: 15.").Wait(1);
        Line("Initial sync checkpoint completed: 90 folders processed.").Wait(0.5);
        Line("Stage: LoadingMessages. Percent complete: 20.").Wait(2);
        return Line("Stage: CopyingMessages. Percent complete: 25.").Wait(3);
    }

    /// <summary>A progress line.</summary>
    /// <param name="percent">How much of the mailbox is copied, 0 to 100.</param>
    public MoveTimeline Progress(int percent)
    {
        Move.BytesTransferred = Move.TotalBytes * percent / 100;
        Move.PercentComplete = 25 + (percent * 7 / 10);
        return Line($"Copy progress: {Move.ItemCount * percent / 100}/{Move.ItemCount} messages, {Size(Move.BytesTransferred)}/{Size(Move.TotalBytes)}, "
            + "0/0 folders completed.");
    }

    /// <summary>A failure that is retried.</summary>
    public MoveTimeline Transient(SampleFailure failure, int limit = 60)
    {
        Keep(failure);
        Move.TransientFailure += TimeSpan.FromSeconds(30);
        return Line($"Transient error {failure.Type} has occurred. The system will retry ({++_retries}/{limit}).", "Warning", "Failure", failure);
    }

    /// <summary>A failure that ends the move.</summary>
    public MoveTimeline Fatal(SampleFailure failure)
    {
        Keep(failure);
        Line($"Fatal error {failure.Type} has occurred.", "Error", "Failure, Fatal", failure);
        Move.Status = "Failed";
        Move.StatusDetail = "FailedOther";
        return this;
    }

    /// <summary>Gives up for now because the mailbox is locked.</summary>
    public MoveTimeline RelinquishLocked(double minutes)
    {
        DateTime next = Now.Add(Minutes(minutes));
        Line($"Relinquishing job because the mailbox is locked. The job will attempt to continue again after {Stamp(next)}.");
        Move.Status = "InProgress";
        Move.StatusDetail = "StalledDueToMailboxLock";
        Move.MailboxLocked += Minutes(minutes);
        return Wait(minutes);
    }

    /// <summary>Finishes.</summary>
    public MoveTimeline Complete()
    {
        Line("Final sync has started.").Wait(2);
        Line("Move has completed and final cleanup has started.").Wait(0.5);
        Line($"Target mailbox '{Mailbox}' was successfully reset after the move.").Wait(0.5);
        Line("Request is complete.");
        Move.Status = "Completed";
        Move.StatusDetail = "Completed";
        Move.SyncStage = "SyncFinished";
        Move.PercentComplete = 100;
        Move.BytesTransferred = Move.TotalBytes;
        Move.Completed = Now;
        return this;
    }

    /// <summary>A time as an English server prints it.</summary>
    public static string Stamp(DateTime time) => time.ToString("M/d/yyyy h:mm:ss tt", CultureInfo.InvariantCulture);

    /// <summary>A size as Exchange prints it.</summary>
    public static string Size(long bytes)
    {
        string[] units = ["B", "KB", "MB", "GB"];
        int unit = 0;
        long scale = 1;
        for (; bytes / scale >= 1024 && unit < units.Length - 1; unit++)
            scale *= 1024;
        // Four digits that count, 5.294, 225.8, 26.42, by whole numbers: the frameworks do not round alike.
        long whole = bytes / scale;
        int decimals = unit == 0 ? 0 : whole >= 1000 ? 0 : whole >= 100 ? 1 : whole >= 10 ? 2 : 3;
        decimal value = decimal.Round((decimal)bytes / scale, decimals);
        return string.Format(CultureInfo.InvariantCulture, "{0:0.###} {1} ({2:N0} bytes)", value, units[unit], bytes);
    }

    private void Keep(SampleFailure failure)
    {
        for (SampleFailure? link = failure; link is not null; link = link.Inner)
            link.Timestamp = Now;
        failure.DataContext = $"--------\r\nOperation: IMailbox.Connect\r\nOperationSide: {failure.Side}\r\n{Mailbox}\r\nFlags: None\r\n";
        Move.Failures.Add(failure);
        Move.LastFailure = failure;
        Move.Message = failure.Message;
    }

    // In tenths of a second: the frameworks do not round fractions of a minute alike.
    private static TimeSpan Minutes(double minutes) => new((long)Math.Round(minutes * 600) * TimeSpan.TicksPerSecond / 10);

    private string NextServer() => $"AM0PR05MB{_random.Next(1000, 9999)}";

    private static string Version(Version version) => $"Version {version.Major}.{version.Minor} (Build {version.Build}.{version.Revision})";
}
