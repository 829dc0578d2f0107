using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

/// <summary>The assembly is loaded privately beside YamlDotNet: nothing that others see may mention a type of it.</summary>
public class SurfaceTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly Assembly RulePacks = typeof(RulePackReader).Assembly;

    [Fact]
    public void The_public_types_are_reader_schema_and_helps()
    {
        Assert.Equal(["RuleHelp", "RulePackHelp", "RulePackReader", "RulePackSchema"], RulePacks.GetExportedTypes().Select(t => t.Name).OrderBy(n => n, StringComparer.Ordinal));
        Assert.IsAssignableFrom<IRulePackReader>(Activator.CreateInstance(typeof(RulePackReader)));
    }

    [Fact]
    public void No_public_or_protected_signature_names_another_assembly_than_core_and_the_framework()
    {
        string[] assemblies = RulePacks.GetExportedTypes().SelectMany(Signature).SelectMany(Parts)
            .Select(t => t.Assembly.GetName().Name!).Distinct().ToArray();

        Assert.Contains("MrsDiag.Core", assemblies);
        Assert.DoesNotContain("YamlDotNet", assemblies);
        Assert.All(assemblies, a => Assert.True(
            a is "MrsDiag.Core" or "MrsDiag.RulePacks" or "mscorlib" or "netstandard" || a.StartsWith("System", StringComparison.Ordinal), a));
    }

    [Fact]
    public void It_references_core_yaml_and_the_framework_only() =>
        Assert.Equal(["MrsDiag.Core", "YamlDotNet", "netstandard"], RulePacks.GetReferencedAssemblies().Select(a => a.Name!).OrderBy(n => n, StringComparer.Ordinal));

    private static IEnumerable<Type> Signature(Type type)
    {
        yield return type.BaseType ?? typeof(object);
        foreach (Type contract in type.GetInterfaces())
            yield return contract;
        foreach (CustomAttributeData attribute in type.GetCustomAttributesData())
            yield return attribute.AttributeType;
        foreach (MethodBase method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).Where(m => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly))
        {
            foreach (ParameterInfo parameter in method.GetParameters())
                yield return parameter.ParameterType;
            if (method is MethodInfo info)
                yield return info.ReturnType;
        }
        foreach (FieldInfo field in type.GetFields(Everything))
            yield return field.FieldType;
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Concat([type]) : type.HasElementType ? Parts(type.GetElementType()!) : [type];
}
