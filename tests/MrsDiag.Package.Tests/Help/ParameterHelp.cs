using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace MrsDiag.Package.Tests.Help;

/// <summary>How a parameter is used in one parameter set; an empty set name stands for all.</summary>
internal sealed record ParameterUse(string Set, bool IsRequired, int? Position, bool ByValue, bool ByPropertyName);

/// <summary>A parameter as its attributes, its type and its documentation comment describe it.</summary>
internal sealed class ParameterHelp(PropertyInfo property, XmlDocs docs, object cmdlet)
{
    private const string NoValue = "None";

    public string Name => property.Name;

    /// <summary>The type as PowerShell shows it in a syntax line.</summary>
    public string Type => PlainType.Name;

    public bool IsSwitch => PlainType == typeof(SwitchParameter);

    public bool TakesSeveral => PlainType.IsArray;

    /// <summary>The names to choose from; empty unless the type is an enumeration.</summary>
    public IReadOnlyList<string> Choices { get; } = PlainOf(property).IsEnum ? Enum.GetNames(PlainOf(property)) : [];

    public IReadOnlyList<string> Description { get; } = docs.Paragraphs(property);

    public bool TakesWildcards { get; } = Has(property, nameof(SupportsWildcardsAttribute));

    public IReadOnlyList<string> Aliases { get; } = AliasesOf(property);

    public IReadOnlyList<ParameterUse> Uses { get; } = UsesOf(property);

    /// <summary>What applies when it is not given: as its comment says, else its initial value.</summary>
    public string Default { get; } = docs.Value(property) ?? Write(property.GetValue(cmdlet));

    /// <summary>Its use in a set.</summary>
    public ParameterUse? In(string set) => Uses.FirstOrDefault(u => u.Set.Length == 0 || u.Set == set);

    /// <summary>Its use where no set is meant: required where every set requires it.</summary>
    public ParameterUse Overall => new(
        "", Uses.All(u => u.IsRequired), Uses.Select(u => u.Position).Max(), Uses.Any(u => u.ByValue), Uses.Any(u => u.ByPropertyName));

    private Type PlainType => PlainOf(property);

    private static Type PlainOf(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    private static bool Has(PropertyInfo property, string attribute) => property.GetCustomAttributesData().Any(a => a.AttributeType.Name == attribute);

    private static string[] AliasesOf(PropertyInfo property) =>
    [
        .. property.GetCustomAttributesData().Where(a => a.AttributeType == typeof(AliasAttribute))
            .SelectMany(a => (IReadOnlyCollection<CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!).Select(v => (string)v.Value!),
    ];

    private static ParameterUse[] UsesOf(PropertyInfo property) =>
    [
        .. property.GetCustomAttributesData().Where(a => a.AttributeType == typeof(ParameterAttribute)).Select(a => new ParameterUse(
            Named(a, nameof(ParameterAttribute.ParameterSetName)) as string ?? "",
            Named(a, nameof(ParameterAttribute.Mandatory)) is true,
            Named(a, nameof(ParameterAttribute.Position)) as int?,
            Named(a, nameof(ParameterAttribute.ValueFromPipeline)) is true,
            Named(a, nameof(ParameterAttribute.ValueFromPipelineByPropertyName)) is true)),
    ];

    private static object? Named(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(n => n.MemberName == name).TypedValue.Value;

    private static string Write(object? value) => value switch
    {
        null or DateTime { Ticks: 0 } => NoValue,
        SwitchParameter => "False",
        string text => text.Length > 0 ? text : NoValue,
        ICollection { Count: 0 } => NoValue,
        ICollection items => string.Join(", ", items.Cast<object>().Select(Write)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
