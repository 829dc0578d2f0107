using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MrsDiag.Package.Tests.Help;

/// <summary>The documentation comments of the cmdlets: the one source of what help says about parameters.</summary>
internal sealed partial class XmlDocs
{
    private readonly Dictionary<string, XElement> _members;

    private XmlDocs(XDocument document) => _members = document.Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);

    /// <summary>Reads the comments that the compiler wrote beside an assembly.</summary>
    public static XmlDocs Of(Assembly assembly) =>
        new(XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml")));

    /// <summary>The summary of a type, in one paragraph.</summary>
    public string Summary(Type type) => Text(Member("T:" + type.FullName).Element("summary"));

    /// <summary>Summary and remarks of a property, paragraph by paragraph.</summary>
    public IReadOnlyList<string> Paragraphs(PropertyInfo property)
    {
        XElement member = Member(property);
        return [Text(member.Element("summary")), .. member.Elements("remarks").SelectMany(Paragraphs)];
    }

    /// <summary>What a property is when nobody sets it, where its initial value does not tell; <see langword="null"/> where not said.</summary>
    public string? Value(PropertyInfo property) => Member(property).Element("value") is { } value ? Text(value) : null;

    private XElement Member(PropertyInfo property) => Member($"P:{property.DeclaringType!.FullName}.{property.Name}");

    private XElement Member(string name) => _members.TryGetValue(name, out XElement? member) ? member : throw new KeyNotFoundException(name + " has no documentation.");

    private static IEnumerable<string> Paragraphs(XElement element) =>
        element.Elements("para").Any() ? element.Elements("para").Select(Text) : [Text(element)];

    private static string Text(XElement? element) =>
        element is null ? "" : Space().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } reference => reference.Value.Split('.', ':')[^1],
        XElement { Name.LocalName: "see" } see => "$" + see.Attribute("langword")?.Value,
        XElement element => Text(element),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
