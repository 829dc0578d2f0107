using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using MrsDiag.Commands;

namespace MrsDiag.Package.Tests;

/// <summary>The module as its files and its assembly describe it.</summary>
internal static class ModuleUnderTest
{
    public static IReadOnlyDictionary<string, object> Manifest { get; } = ManifestReader.Read(File.ReadAllText(Repository.PathOf("MrsDiag.psd1")));

    public static Assembly Assembly { get; } = typeof(GetMrsDiagRuleCommand).Assembly;

    public static Assembly Core { get; } = typeof(Finding).Assembly;

    /// <summary>Cmdlet classes by the name that users type. Read as data: the stubs' attributes do not keep what they are given.</summary>
    public static IReadOnlyDictionary<string, Type> Cmdlets { get; } = Assembly.GetTypes()
        .Select(t => (Type: t, Data: t.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType == typeof(CmdletAttribute))))
        .Where(p => p.Data is not null)
        .ToDictionary(p => $"{p.Data!.ConstructorArguments[0].Value}-{p.Data.ConstructorArguments[1].Value}", p => p.Type);

    public static IEnumerable<PropertyInfo> ParametersOf(Type cmdlet) =>
        cmdlet.GetProperties().Where(p => p.GetCustomAttributesData().Any(a => a.AttributeType == typeof(ParameterAttribute)));

    public static IEnumerable<Type> OutputsOf(Type cmdlet) => cmdlet.GetCustomAttributesData().Where(a => a.AttributeType.Name == nameof(OutputTypeAttribute))
        .SelectMany(a => (IReadOnlyCollection<CustomAttributeTypedArgument>)a.ConstructorArguments.Single(c => c.ArgumentType == typeof(Type[])).Value!)
        .Select(a => (Type)a.Value!);

    public static string Version { get; } = (string)Manifest["ModuleVersion"];
}
