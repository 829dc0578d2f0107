using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Binding;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Binding;

public sealed class PSObjectViewTests
{
    [EngineTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_live_and_a_deserialized_object_read_alike(bool deserialized)
    {
        IObjectView view = View(deserialized ? RoundTrip(new SampleStatistics(), 4) : new SampleStatistics());

        Assert.Equal("Adele Vance", view.Text);
        Assert.Equal(typeof(SampleStatistics).FullName, view.TypeNames[0]);
        Assert.Equal("Adele Vance", Get(view, "displayNAME"));
        Assert.Equal("InProgress", Get(view, "Status"));
        Assert.Equal("CrossOrg, Pull", Get(view, "Flags"));
        Assert.Equal(95, Get(view, "PercentComplete"));
        Assert.Equal(new DateTime(2024, 5, 1, 10, 0, 0, DateTimeKind.Utc), Get(view, "StartTimestamp"));
        Assert.Equal(TimeSpan.FromMinutes(14), Get(view, "Duration"));
        Assert.Equal(new Version(15, 1, 2507, 6), Get(view, "SourceVersion"));
        Assert.Equal(new Guid("7d8e0c52-0b1f-4a80-9c47-d5e1c8c3f7a1"), Get(view, "ExchangeGuid"));
        Assert.Null(Get(view, "BatchName"));
        Assert.Contains("Report", view.PropertyNames);
        IReadOnlyList<object?> entries = List(Get((IObjectView)Get(view, "Report")!, "Entries"));
        Assert.Equal(["first", "second"], entries.Select(e => Get((IObjectView)e!, "message")));
        Assert.Equal("entry second", ((IObjectView)entries[1]!).Text);
        Assert.False(view.TryGet("NoSuchProperty", out _));
    }

    [EngineFact]
    public void A_property_that_is_null_is_there_and_one_that_is_missing_is_not()
    {
        IObjectView view = View(new SampleStatistics());
        Assert.True(view.TryGet("BatchName", out object? value));
        Assert.Null(value);
        Assert.False(view.TryGet("Batch", out _));
    }

    [EngineFact]
    public void A_shallow_export_leaves_the_text_of_what_was_cut()
    {
        IObjectView view = View(RoundTrip(new SampleReport(), 1));
        Assert.Equal(["entry first", "entry second"], List(Get(view, "Entries")));
    }

    [EngineFact]
    public void A_custom_object_reads_by_name_and_has_no_text()
    {
        PSObject custom = new();
        custom.Properties.Add(new PSNoteProperty("Identity", "contoso.com/Adele Vance"));
        IObjectView view = View(custom);
        Assert.Equal("contoso.com/Adele Vance", Get(view, "IDENTITY"));
        Assert.Equal(["Identity"], view.PropertyNames);
        Assert.Null(view.Text);
    }

    [EngineFact]
    public void A_deserialized_object_without_a_text_has_none()
    {
        const string Head = "<Objs Version='1.1.0.1' xmlns='http://schemas.microsoft.com/powershell/2004/04'><Obj RefId='0'><TN RefId='0'><T>Contoso.Thing</T></TN>";
        const string Tail = "<Props><S N='Name'>x</S></Props></Obj></Objs>";
        Assert.Null(View(PSSerializer.Deserialize(Head + Tail)).Text);
        Assert.Equal("a thing", View(PSSerializer.Deserialize(Head + "<ToString>a thing</ToString>" + Tail)).Text);
        Assert.Null(View(RoundTrip(PSSerializer.Deserialize(Head + Tail), 1)).Text);
    }

    [EngineFact]
    public void Hashtables_and_dictionaries_read_their_keys_as_properties_whatever_their_case()
    {
        foreach (IDictionary dictionary in new IDictionary[] { new Hashtable { ["Server"] = 7 }, new Dictionary<string, int> { ["Server"] = 7 } })
        {
            IObjectView view = View(dictionary);
            Assert.Equal(7, Get(view, "sERVER"));
            Assert.Equal(["Server"], view.PropertyNames);
            Assert.False(view.TryGet("Keys", out _));
        }
    }

    [EngineFact]
    public void A_getter_that_throws_counts_as_missing_and_the_others_are_read()
    {
        IObjectView view = View(new FaultyObject());
        Assert.False(view.TryGet("Bad", out object? value));
        Assert.Null(value);
        Assert.Equal("fine", Get(view, "Good"));
        Assert.Null(view.Text);
    }

    [EngineFact]
    public void A_pipeline_that_is_being_stopped_inside_a_getter_stays_stopped()
    {
        IObjectView view = View(new StoppingObject());
        Exception thrown = Assert.ThrowsAny<Exception>(() => view.TryGet("Name", out _));
        Assert.Contains(Chain(thrown), e => e is PipelineStoppedException);
    }

    [EngineFact]
    public void Objects_and_lists_that_hold_themselves_do_no_harm()
    {
        IObjectView view = View(new SelfHoldingObject());
        for (int depth = 0; depth < 100; depth++)
            view = (IObjectView)Get(view, "Self")!;
        Assert.Equal("loop", Get(view, "Name"));

        ArrayList list = [];
        list.Add(list);
        Assert.IsAssignableFrom<IReadOnlyList<object?>>(List(PSValue.From(list))[0]);
    }

    [EngineFact]
    public void Collections_become_lists_and_texts_and_bytes_do_not()
    {
        Assert.Equal([1, 2], List(PSValue.From(new[] { 1, 2 })));
        Assert.Equal([1, 2], List(PSValue.From(new List<int> { 1, 2 })));
        Assert.Equal([1, "two"], List(PSValue.From(new ArrayList { 1, "two" })));
        Assert.Equal([5], List(PSValue.From(new HashSet<int> { 5 })));
        Assert.Equal([1, 2], List(PSValue.From(RoundTrip(new List<int> { 1, 2 }, 1))));
        Assert.Equal("text", PSValue.From("text"));
        Assert.Equal(new byte[] { 1, 2 }, PSValue.From(new byte[] { 1, 2 }));
    }

    [EngineFact]
    public void Plain_values_stay_what_they_are_also_when_wrapped()
    {
        object[] values = ["text", 1, 2L, 3.5, true, (byte)4, 5m, DateTime.UnixEpoch, TimeSpan.FromHours(1), Guid.Empty, new Version(1, 2)];
        Assert.All(values, v => Assert.Equal(v, PSValue.From(v)));
        Assert.All(values, v => Assert.Equal(v, PSValue.From(PSObject.AsPSObject(v))));
        Assert.Null(PSValue.From(null));
        Assert.Null(PSValue.From(DBNull.Value));
        Assert.Null(PSValue.From(System.Management.Automation.Internal.AutomationNull.Value));
    }

    [EngineFact]
    public void Foreign_scalars_become_what_the_contract_knows()
    {
        Assert.Equal("https://mail.contoso.com/EWS", PSValue.From(new Uri("https://mail.contoso.com/EWS")));
        Assert.Equal(new DateTime(2024, 5, 1, 8, 0, 0), PSValue.From(new DateTimeOffset(2024, 5, 1, 10, 0, 0, TimeSpan.FromHours(2))));
        Assert.Equal(DateTimeKind.Utc, ((DateTime)PSValue.From(DateTimeOffset.UnixEpoch)!).Kind);
        Assert.Equal("x", PSValue.From('x'));
    }

    [EngineFact]
    public void A_number_with_an_added_property_is_a_number_and_a_deserialized_enum_is_its_name()
    {
        PSObject number = PSObject.AsPSObject(14);
        number.Properties.Add(new PSNoteProperty("PSComputerName", "EX01"));
        Assert.Equal(14, PSValue.From(number));
        Assert.Equal(14, PSValue.From(RoundTrip(number, 1)));
        Assert.Equal("Queued", PSValue.From(RoundTrip(SampleStatus.Queued, 1)));
        Assert.Equal("Queued", PSValue.From(SampleStatus.Queued));
    }

    [EngineFact]
    public void Type_names_lose_the_prefix_in_any_case()
    {
        PSObject custom = new();
        custom.TypeNames.Insert(0, "deserialized.Contoso.Thing");
        Assert.Equal("Contoso.Thing", View(custom).TypeNames[0]);
    }

    [EngineFact]
    public void Script_properties_are_read_on_the_pipeline_thread()
    {
        using Session session = new();
        Func<object, string> read = o => string.Join(",", View(o).PropertyNames) + "=" + Get(View(o), "twice");
        PSObject result = session.Run(
            "$o = [pscustomobject]@{ N = 21 }; $o | Add-Member ScriptProperty Twice { $this.N * 2 }; $read.Invoke($o)", ("read", read)).Single();
        Assert.Equal("N,Twice=42", result.BaseObject);
    }

    [EngineFact]
    public void A_view_of_an_error_record_gives_its_message()
    {
        ErrorRecord error = new(new InvalidOperationException("The call to CAS1 failed."), "Failed", ErrorCategory.ConnectionError, null);
        IObjectView view = View(error);
        Assert.Equal("The call to CAS1 failed.", view.Text);
        Assert.Equal("The call to CAS1 failed.", Get((IObjectView)Get(view, "Exception")!, "Message"));
    }

    private static IObjectView View(object value) => Assert.IsAssignableFrom<IObjectView>(PSValue.From(value));

    private static object? Get(IObjectView view, string name)
    {
        Assert.True(view.TryGet(name, out object? value), name + " is missing");
        return value;
    }

    private static IReadOnlyList<object?> List(object? value) => Assert.IsAssignableFrom<IReadOnlyList<object?>>(value);

    private static object RoundTrip(object value, int depth) => PSSerializer.Deserialize(PSSerializer.Serialize(value, depth));

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }
}
