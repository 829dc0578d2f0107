using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Xunit;

namespace MrsDiag.Package.Tests;

public sealed class AssemblyTests
{
    // MrsDiag knows RulePacks and YamlDotNet by interfaces of Core alone: with no reference there is no signature, attribute or field
    // through which the runtime could load them into the session, past the private load context.
    [Theory]
    [InlineData("MrsDiag.Core.dll", "netstandard")]
    [InlineData("MrsDiag.dll", "netstandard", "MrsDiag.Core", "System.Management.Automation")]
    [InlineData("private/MrsDiag.RulePacks.dll", "netstandard", "MrsDiag.Core", "YamlDotNet")]
    public void Assemblies_refer_in_one_direction_and_to_nothing_that_is_not_shipped(string file, params string[] allowed) =>
        Assert.Empty(References(Repository.PathOf("bin", file)).Except(allowed));

    [Fact]
    public void The_private_assembly_has_the_reader_that_the_module_asks_for_by_name()
    {
        using PEReader file = new(File.OpenRead(Repository.PathOf("bin", "private", "MrsDiag.RulePacks.dll")));
        MetadataReader metadata = file.GetMetadataReader();
        IEnumerable<string> types = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Select(t => metadata.GetString(t.Namespace) + "." + metadata.GetString(t.Name));
        Assert.Contains(Isolation.RulePackReaders.TypeName, types);
    }

    [Fact]
    public void Every_cmdlet_tells_its_output_type() =>
        Assert.All(ModuleUnderTest.Cmdlets.Values, t => Assert.Contains(t.GetCustomAttributesData(), a => a.AttributeType.Name == "OutputTypeAttribute"));

    [Fact]
    public void Every_cmdlet_is_sealed_public_and_named_after_its_command() =>
        Assert.All(ModuleUnderTest.Cmdlets, c => Assert.True(
            c.Value is { IsPublic: true, IsSealed: true } && c.Value.Name == c.Key.Replace("-", "") + "Command", c.Key + " is " + c.Value.FullName));

    [Theory]
    [InlineData("MrsDiag")]
    [InlineData("MrsDiag.Core")]
    public void Every_public_type_and_property_has_a_summary(string assembly)
    {
        HashSet<string> documented = XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly + ".xml")).Descendants("member")
            .Where(m => m.Element("inheritdoc") is not null || !string.IsNullOrWhiteSpace(m.Element("summary")?.Value) || m.Element("param") is not null)
            .Select(m => m.Attribute("name")!.Value).ToHashSet();
        Type[] types = (assembly == "MrsDiag" ? ModuleUnderTest.Assembly : ModuleUnderTest.Core).GetExportedTypes();
        Assert.NotEmpty(types);
        Assert.DoesNotContain(types.Select(t => "T:" + Name(t)), n => !documented.Contains(n));

        // The compiler documents the properties of a positional record by its parameters.
        IEnumerable<string> properties = types
            .SelectMany(t => t.GetProperties().Where(p => p.DeclaringType == t && !IsRecordParameter(t, p.Name)).Select(p => $"P:{Name(t)}.{p.Name}"));
        Assert.DoesNotContain(properties, n => !documented.Any(d => d == n || d.StartsWith(n + "(", StringComparison.Ordinal)));
    }

    private static bool IsRecordParameter(Type type, string property) =>
        property == "EqualityContract" || (type.GetMethod("<Clone>$") is not null || type.IsValueType)
        && type.GetConstructors().Any(c => c.GetParameters().Any(p => p.Name == property));

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static IEnumerable<string> References(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        return metadata.AssemblyReferences.Select(h => metadata.GetString(metadata.GetAssemblyReference(h).Name)).ToArray();
    }
}
