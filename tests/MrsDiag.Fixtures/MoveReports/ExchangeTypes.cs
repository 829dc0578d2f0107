using System;
using System.Collections.Generic;
using System.Globalization;
using MrsDiag.Fixtures.Clixml;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>Values of Exchange's own small types, by their type names (research move-report.md 1.1, 1.3 and 1.5).</summary>
internal static class ExchangeTypes
{
    public const string Replication = "Microsoft.Exchange.MailboxReplicationService.";

    private static readonly Dictionary<string, int> RequestStatus = new(StringComparer.Ordinal)
    {
        ["None"] = 0,
        ["Queued"] = 1,
        ["InProgress"] = 2,
        ["AutoSuspended"] = 3,
        ["CompletionInProgress"] = 4,
        ["Synced"] = 5,
        ["Completed"] = 10,
        ["CompletedWithWarning"] = 11,
        ["Suspended"] = 98,
        ["Failed"] = 99,
    };

    public static FixtureEnum Status(string name) => new("Microsoft.Exchange.Data.Directory.Recipient.RequestStatus", name, RequestStatus[name]);

    public static FixtureEnum Enum(string type, string name, params string[] names)
    {
        int number = Array.IndexOf(names, name);
        return new FixtureEnum(Replication + type, name, number < 0 ? 0 : number);
    }

    public static FixtureObject Duration(TimeSpan span)
    {
        FixtureObject value = new(["Microsoft.Exchange.Data.EnhancedTimeSpan", "System.ValueType", "System.Object"], span.ToString("c", CultureInfo.InvariantCulture));
        return value.With("Ticks", span.Ticks).With("Days", span.Days).With("Hours", span.Hours);
    }

    public static FixtureObject Size(long bytes) =>
        new(["Microsoft.Exchange.Data.ByteQuantifiedSize", "System.ValueType", "System.Object"], MoveTimeline.Size(bytes));

    public static FixtureObject Unlimited(string text) =>
        new(["Microsoft.Exchange.Data.Unlimited`1[[System.Int32, mscorlib]]", "System.ValueType", "System.Object"], text);

    public static FixtureObject Version(Version version)
    {
        string text = $"Version {version.Major}.{version.Minor} (Build {version.Build}.{version.Revision})";
        FixtureObject value = new(["Microsoft.Exchange.Data.ServerVersion", "System.Object"], text);
        return value.With("Major", version.Major).With("Minor", version.Minor).With("Build", version.Build).With("Revision", version.Revision)
            .With("FilePatchLevelDescription", "");
    }

    public static FixtureObject DirectoryId(string name, string distinguishedName, Guid guid) =>
        new FixtureObject(["Microsoft.Exchange.Data.Directory.ADObjectId", "Microsoft.Exchange.Data.ObjectId", "System.Object"], name)
            .With("Rdn", "CN=" + name).With("Depth", 8).With("DistinguishedName", distinguishedName).With("IsDeleted", false)
            .With("ObjectGuid", guid).With("Name", name);

    public static FixtureList List(string type, IReadOnlyCollection<object?> items) => new($"System.Collections.Generic.List`1[[{type}]]", items);
}
