using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace MrsDiag.Package.Tests.Help;

/// <summary>All that help says about one cmdlet: its class, the comments on it, and the file beside it.</summary>
internal sealed class CmdletHelp
{
    private CmdletHelp(string name, Type type, HelpSource source, XmlDocs docs)
    {
        Name = name;
        Source = source;
        Synopsis = docs.Summary(type);
        object cmdlet = Activator.CreateInstance(type)!;
        Parameters =
        [
            .. ModuleUnderTest.ParametersOf(type).OrderBy(p => Depth(p.DeclaringType!)).ThenBy(p => p.MetadataToken)
                .Select(p => new ParameterHelp(p, docs, cmdlet)),
        ];
        CustomAttributeData attribute = type.GetCustomAttributesData().Single(a => a.AttributeType == typeof(CmdletAttribute));
        string first = attribute.NamedArguments.FirstOrDefault(n => n.MemberName == nameof(CmdletAttribute.DefaultParameterSetName)).TypedValue.Value as string ?? "";
        Sets = [.. Parameters.SelectMany(p => p.Uses).Select(u => u.Set).Where(s => s.Length > 0).Prepend(first).Distinct()];
    }

    public string Name { get; }

    public HelpSource Source { get; }

    public string Synopsis { get; }

    /// <summary>The parameters as they are declared, inherited ones first.</summary>
    public IReadOnlyList<ParameterHelp> Parameters { get; }

    /// <summary>The parameter sets, the default one first; one empty name where there are none.</summary>
    public IReadOnlyList<string> Sets { get; }

    /// <summary>The cmdlets of the module with their help, by name.</summary>
    /// <exception cref="FormatException">A cmdlet has no help, or help has no cmdlet.</exception>
    public static IReadOnlyList<CmdletHelp> ReadAll()
    {
        HelpSource[] sources = [.. Directory.GetFiles(Repository.PathOf("src", "MrsDiag", "Help"), "*.help.md").Select(HelpSource.Read)];
        if (sources.FirstOrDefault(s => !ModuleUnderTest.Cmdlets.ContainsKey(s.Name)) is { } stray)
            throw new FormatException($"{stray.File} is about '{stray.Name}', which is no cmdlet.");
        XmlDocs docs = XmlDocs.Of(ModuleUnderTest.Assembly);
        return
        [
            .. ModuleUnderTest.Cmdlets.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new CmdletHelp(
                c.Key,
                c.Value,
                sources.SingleOrDefault(s => s.Name == c.Key) ?? throw new FormatException($"src/MrsDiag/Help has no file about {c.Key}."),
                docs)),
        ];
    }

    /// <summary>The parameters of a set as PowerShell shows them: by position, then required ones, then the others as declared.</summary>
    public IEnumerable<(ParameterHelp Parameter, ParameterUse Use)> InSyntax(string set) => Parameters
        .Select(p => (Parameter: p, Use: p.In(set)!)).Where(p => p.Use is not null)
        .OrderBy(p => p.Use.Position ?? int.MaxValue).ThenByDescending(p => p.Use.IsRequired);

    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;
}
