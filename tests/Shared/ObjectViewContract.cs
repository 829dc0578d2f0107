using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Tests.Shared;

/// <summary>
/// What every <see cref="IObjectView"/> owes its readers, whatever is behind it. Test projects link this file and derive from the
/// class; the fixtures come from the real Export-Clixml (tests/fixtures/move-reports/README.md).
/// </summary>
public abstract class ObjectViewContract
{
    /// <summary>
    /// Gives the objects of a fixture, by its name in tests/fixtures/move-reports. A list at the top level counts as its elements.
    /// </summary>
    protected abstract IReadOnlyList<object?> Load(string fixtureFile);

    [SkippableTheory]
    [InlineData("exported-rich.clixml")]
    [InlineData("exported-deserialized.clixml")]
    public void Properties_are_read_without_regard_to_case_and_a_null_is_told_from_a_missing_one(string file)
    {
        IObjectView move = One(file);

        Assert.Equal("Adele.Vance", Get(move, "alias"));
        Assert.Equal("Adele.Vance", Get(move, "ALIAS"));
        Assert.True(move.TryGet("ArchiveGuid", out object? archive));
        Assert.Null(archive);
        Assert.False(move.TryGet("NoSuchProperty", out object? missing));
        Assert.Null(missing);
        Assert.Contains("StatusDetail", move.PropertyNames);
        Assert.DoesNotContain("NoSuchProperty", move.PropertyNames);
    }

    [SkippableTheory]
    [InlineData("exported-rich.clixml")]
    [InlineData("exported-deserialized.clixml")]
    public void Type_names_come_most_derived_first_and_without_the_mark_of_remoting(string file)
    {
        IObjectView move = One(file);

        Assert.Equal("Microsoft.Exchange.MailboxReplicationService.MoveRequestStatistics", move.TypeNames[0]);
        Assert.All(move.TypeNames, name => Assert.DoesNotContain("Deserialized", name));
        Assert.Equal("contoso.onmicrosoft.com/Adele.Vance", move.Text);
    }

    [SkippableTheory]
    [InlineData("exported-rich.clixml")]
    [InlineData("exported-deserialized.clixml")]
    [InlineData("exported-poor.clixml")]
    public void Enums_sizes_and_durations_have_their_text(string file)
    {
        IObjectView move = One(file);

        Assert.Equal("InProgress", Text(move, "Status"));
        Assert.Equal("StalledDueToMailboxLock", Text(move, "StatusDetail"));
        Assert.Equal("CrossOrg, Pull", Text(move, "Flags"));
        Assert.Equal("00:15:00", Text(move, "TotalStalledDueToMailboxLockedDuration"));
        Assert.Matches(@"^[\d.]+ GB \([\d,]+ bytes\)$", Text(move, "TotalMailboxSize"));
        Assert.Equal("Version 14.3 (Build 439.0)", Text(move, "SourceVersion"));
    }

    [SkippableTheory]
    [InlineData("exported-rich.clixml")]
    [InlineData("exported-deserialized.clixml")]
    public void A_rich_report_gives_lines_and_failures_as_views_down_to_the_innermost_exception(string file)
    {
        IObjectView report = View(One(file), "Report");

        IReadOnlyList<object?> entries = List(report, "Entries");
        IObjectView created = Assert.IsAssignableFrom<IObjectView>(entries[0]);
        Assert.Equal("'Adele Vance' created move request.", Get(created, "Message"));
        Assert.Equal(new DateTime(2026, 3, 2, 6, 0, 0, DateTimeKind.Utc), Utc(Get(created, "CreationTime")));
        IObjectView failure = Assert.IsAssignableFrom<IObjectView>(List(report, "Failures")[0]);
        Assert.Equal("CommunicationErrorTransientException", Get(failure, "FailureType"));
        Assert.Equal(-2146233088, Get(failure, "FailureCode"));
        Assert.Equal("Source", Text(failure, "FailureSide"));
        Assert.Equal("CommunicationException", Get(View(failure, "InnerException"), "FailureType"));
        Assert.Equal(["Exchange", "Transient", "MRS", "MRSTransient"], List(failure, "ExceptionTypes").Select(NameOf));
    }

    [SkippableFact]
    public void A_poor_report_gives_lines_and_failures_as_strings()
    {
        IObjectView report = View(One("exported-poor.clixml"), "Report");

        Assert.All(List(report, "Entries"), entry => Assert.IsType<string>(entry));
        Assert.EndsWith("'Adele Vance' created move request.", (string)List(report, "Entries")[0]!, StringComparison.Ordinal);
        Assert.StartsWith("CommunicationErrorTransientException: The call to ", (string)List(report, "Failures")[0]!, StringComparison.Ordinal);
        Assert.Empty(List(report, "InternalFailures"));
    }

    [SkippableFact]
    public void A_forgotten_report_is_a_null()
    {
        Assert.True(One("exported-no-report.clixml").TryGet("Report", out object? report));
        Assert.Null(report);
    }

    [SkippableFact]
    public void Each_element_of_an_exported_array_is_an_object()
    {
        IReadOnlyList<object?> moves = Load("exported-array.clixml");

        Assert.Equal(["Adele Vance", "Adele Vance"], moves.Select(m => Get(Assert.IsAssignableFrom<IObjectView>(m), "DisplayName")));
        Assert.Equal(["RemotePermanentException", "RemoteTransientException"], moves.Select(m => Get((IObjectView)m!, "FailureType")));
    }

    [SkippableFact]
    public void An_object_that_was_exported_twice_comes_twice()
    {
        IReadOnlyList<object?> moves = Load("exported-twice.clixml");

        Assert.Equal(2, moves.Count);
        Assert.All(moves, m => Assert.Equal("RemotePermanentException", Get(Assert.IsAssignableFrom<IObjectView>(m), "FailureType")));
    }

    [SkippableFact]
    public void The_other_objects_that_carry_reports_are_read()
    {
        IObjectView user = One("exported-migration-user.clixml");
        Assert.Equal("Syncing", Text(user, "Status"));
        Assert.NotEmpty(List(View(user, "Report"), "Entries"));
        IObjectView mailbox = One("exported-mailbox-statistics.clixml");
        IObjectView history = Assert.IsAssignableFrom<IObjectView>(Assert.Single(List(mailbox, "MoveHistory")));
        Assert.NotEmpty(List(View(history, "Report"), "Failures"));
        Assert.NotEmpty(List(One("exported-report.clixml"), "Entries"));
    }

    [SkippableFact]
    public void Values_come_as_the_types_that_the_interface_names()
    {
        IObjectView values = One("exported-values.clixml");

        Assert.Equal("first line\r\nsecond line, _x0041_ is no A, \u00e9 \ud83d\ude00", Get(values, "Text"));
        Assert.Equal("", Get(values, "Empty"));
        Assert.Equal(" ", Get(values, "Blank"));
        Assert.Equal(true, Get(values, "Yes"));
        Assert.Equal(-70000, Get(values, "Int32"));
        Assert.Equal(long.MinValue, Get(values, "Int64"));
        Assert.Equal(ulong.MaxValue, Get(values, "UInt64"));
        Assert.Equal(0.1, Get(values, "Double"));
        Assert.Equal(12.50m, Get(values, "Decimal"));
        Assert.Equal(new TimeSpan(3650, 1, 2, 3, 4), Get(values, "Span"));
        Assert.Equal(new Guid("7d8e0c52-0b1f-4a80-9c47-d5e1c8c3f7a1"), Get(values, "Guid"));
        Assert.Equal(new Version(15, 1, 2507, 6), Get(values, "Version"));
        Assert.Equal(new byte[] { 0, 1, 254, 255 }, Get(values, "Bytes"));
        Assert.Equal("https://mail.contoso.com/EWS/mrsproxy.svc?a=1&b=2", Get(values, "Uri"));
        Assert.Equal("x", Get(values, "Char"));
        Assert.Equal("Friday", Text(values, "Weekday"));
        Assert.Equal("IgnoreCase, Multiline", Text(values, "Options"));
        Assert.Equal("escaped name", Get(values, "_x0041_ name"));
    }

    [SkippableFact]
    public void A_time_keeps_whether_it_is_known_to_be_UTC()
    {
        IObjectView values = One("exported-values.clixml");

        DateTime utc = Assert.IsType<DateTime>(Get(values, "Utc"));
        DateTime plain = Assert.IsType<DateTime>(Get(values, "Plain"));
        Assert.Equal(new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc).AddTicks(1234567), utc);
        Assert.Equal(DateTimeKind.Utc, utc.Kind);
        Assert.Equal(new DateTime(2026, 3, 4, 5, 6, 7), plain);
        Assert.Equal(DateTimeKind.Unspecified, plain.Kind);
    }

    [SkippableFact]
    public void Sequences_are_lists_and_a_dictionary_is_a_view()
    {
        IObjectView values = One("exported-values.clixml");

        IReadOnlyList<object?> list = List(values, "List");
        Assert.Equal([1, "two", null], list.Take(3));
        Assert.Equal([3, 4], Assert.IsAssignableFrom<IReadOnlyList<object?>>(list[3]));
        Assert.Empty(List(values, "NoItems"));
        Assert.Equal(["first", "second"], List(values, "Queue"));
        Assert.Equal(["top", "bottom"], List(values, "Stack"));
        IObjectView table = View(values, "Table");
        Assert.Equal("value", Get(table, "name"));
        Assert.Equal(5, Get(table, "Other"));
        Assert.Equal(["Name", "Other"], table.PropertyNames);
    }

    protected static object? Get(IObjectView view, string name)
    {
        Assert.True(view.TryGet(name, out object? value), name + " is missing.");
        return value;
    }

    protected static IObjectView View(IObjectView view, string name) => Assert.IsAssignableFrom<IObjectView>(Get(view, name));

    protected static IReadOnlyList<object?> List(IObjectView view, string name) => Assert.IsAssignableFrom<IReadOnlyList<object?>>(Get(view, name));

    // An enum may come as a view or as its name.
    protected static string? NameOf(object? value) => value is IObjectView view ? view.Text : Assert.IsType<string>(value);

    protected static string? Text(IObjectView view, string name) => NameOf(Get(view, name));

    private IObjectView One(string file) => Assert.IsAssignableFrom<IObjectView>(Assert.Single(Load(file)));

    private static DateTime Utc(object? value)
    {
        DateTime time = Assert.IsType<DateTime>(value);
        return time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time;
    }
}
