using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MrsDiag.Display;
using Xunit;

namespace MrsDiag.Package.Tests;

public sealed class ViewTests
{
    private const int Columns = 100;

    private static readonly XDocument Views = XDocument.Load(Repository.PathOf("bin", "MrsDiag.Format.ps1xml"));
    private static readonly XDocument Types = XDocument.Load(Repository.PathOf("bin", "MrsDiag.Types.ps1xml"));

    [Fact]
    public void Every_view_is_of_a_public_type_and_names_properties_that_the_type_has()
    {
        foreach (XElement view in Views.Descendants("View"))
        {
            Type type = PublicType(view.Descendants("TypeName").Single().Value);
            IEnumerable<string> used = view.Descendants("PropertyName").Select(e => e.Value)
                .Concat(view.Descendants("ScriptBlock").SelectMany(s => Regex.Matches(s.Value, @"\$_\.(\w+)").Select(m => m.Groups[1].Value)))
                .Concat(view.Descendants("ScriptBlock").SelectMany(s => Regex.Matches(s.Value, @"\$_, '(\w+)'").Select(m => m.Groups[1].Value)));
            Assert.DoesNotContain(used, p => type.GetProperty(p) is null);
        }
    }

    [Fact]
    public void Every_method_that_a_view_calls_is_there_and_every_method_there_is_called()
    {
        IEnumerable<string> called = Views.Descendants("ScriptBlock")
            .SelectMany(s => Regex.Matches(s.Value, @"\[(?<type>[\w.]+)\]::(?<method>\w+)\(").Select(m => m.Groups["type"].Value + "." + m.Groups["method"].Value))
            .Distinct().Order(StringComparer.Ordinal);
        IEnumerable<string> there = new[] { typeof(Format), typeof(EndpointFormat), typeof(AffinityFormat) }
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static).Select(m => t.FullName + "." + m.Name)).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(there, called);
    }

    [Fact]
    public void Every_output_type_has_a_table_and_a_list()
    {
        IEnumerable<Type> outputs = ModuleUnderTest.Cmdlets.Values.SelectMany(ModuleUnderTest.OutputsOf)
            .Where(t => t.Assembly == ModuleUnderTest.Core).Append(typeof(Finding)).Distinct();
        foreach (Type output in outputs)
        {
            XElement[] views = Views.Descendants("View").Where(v => v.Descendants("TypeName").Single().Value == output.FullName).ToArray();
            Assert.True(views.Any(v => v.Element("TableControl") is not null), output + " has no table");
            Assert.True(views.Any(v => v.Element("ListControl") is not null), output + " has no list");
        }
    }

    [Fact]
    public void Tables_leave_their_last_column_a_third_of_the_screen()
    {
        foreach (XElement table in Views.Descendants("TableControl"))
        {
            XElement[] headers = table.Descendants("TableColumnHeader").ToArray();
            Assert.Equal(headers.Length, table.Descendants("TableColumnItem").Count());
            Assert.Null(headers[^1].Element("Width"));
            int fixedWidth = headers[..^1].Sum(h => (int)h.Element("Width")! + 1);
            Assert.True(Columns - fixedWidth >= Columns / 3, $"{table.Parent!.Element("Name")!.Value}: {fixedWidth} columns are taken");
        }
    }

    [Fact]
    public void The_types_file_names_types_and_members_that_are_there()
    {
        foreach (XElement element in Types.Root!.Elements("Type"))
        {
            Type type = PublicType(element.Element("Name")!.Value);
            IEnumerable<string> names = element.Descendants("ReferencedProperties").Elements("Name").Select(e => e.Value)
                .Concat(element.Descendants("ReferencedMemberName").Select(e => e.Value));
            Assert.True(names.Any() || element.Descendants("NoteProperty").Any(), type.Name + " is listed for nothing");
            Assert.DoesNotContain(names, n => type.GetProperty(n) is null);
        }
    }

    private static Type PublicType(string name)
    {
        Type? type = ModuleUnderTest.Core.GetType(name) ?? ModuleUnderTest.Assembly.GetType(name);
        Assert.True(type is { IsPublic: true }, name + " is no public type");
        return type!;
    }
}
