using System;
using System.Collections.Generic;
using MrsDiag.Fixtures.Clixml;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>A line as Exchange's ReportEntry (research move-report.md 1.4).</summary>
internal static class EntryShape
{
    private static readonly string[] Types = ["Informational", "Debug", "WarningCondition", "Warning", "Error"];

    private static readonly Dictionary<string, int> Flags = new(StringComparer.Ordinal)
    {
        ["None"] = 0,
        ["Fatal"] = 2,
        ["Failure"] = 16,
        ["Failure, Fatal"] = 18,
        ["BadItem"] = 32,
    };

    public static string Text(SampleEntry entry) => $"{MoveTimeline.Stamp(entry.Time)} [{entry.Server}] {entry.Message}";

    public static FixtureObject Create(SampleEntry entry, FixtureObject? failure)
    {
        FixtureObject shape = new([ExchangeTypes.Replication + "ReportEntry", "System.Object"], Text(entry));
        shape
            .With("CreationTime", entry.Time)
            .With("ServerName", entry.Server)
            .With("Type", ExchangeTypes.Enum("ReportEntryType", entry.Type, Types))
            .With("TypeInt", Array.IndexOf(Types, entry.Type))
            .With("Flags", new FixtureEnum(ExchangeTypes.Replication + "ReportEntryFlags", entry.Flags, Flags[entry.Flags]))
            .With("FlagsInt", Flags[entry.Flags])
            .With("Message", entry.Message)
            .With("MessageData", FailureShape.Data(entry.Message))
            .With("MessageBytes", null)
            .With("Failure", failure);
        foreach (string name in (string[])["BadItem", "ConfigObject", "MailboxSize", "SessionStatistics", "ArchiveSessionStatistics"])
            shape.With(name, null);
        shape
            .With("MailboxVerificationResults", ExchangeTypes.List("FolderSizeRec", []))
            .With("DivergenceFixupResults", ExchangeTypes.List("FolderSizeRec", []));
        foreach (string name in (string[])["DebugData", "Connectivity", "SourceThrottleDurations", "TargetThrottleDurations", "UnknownElements", "UnknownAttributes", "XmlSchemaType"])
            shape.With(name, null);
        return shape
            .With("LocalizedString", Text(entry))
            .With("Identity", null)
            .With("IsValid", true)
            .With("ObjectState", ExchangeTypes.Enum("ObjectState", "New"));
    }
}
