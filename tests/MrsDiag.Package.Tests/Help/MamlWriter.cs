using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace MrsDiag.Package.Tests.Help;

/// <summary>Writes en-US/MrsDiag.dll-Help.xml, the format that Get-Help reads for binary modules.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Message = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Writes the help of cmdlets.</summary>
    /// <returns>XML with line feeds and a final one.</returns>
    public static string Write(IEnumerable<CmdletHelp> cmdlets)
    {
        XElement root = new(Message + "helpItems", new XAttribute("schema", "maml"), cmdlets.Select(WriteCommand));
        using MemoryStream stream = new();
        XmlWriterSettings settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (XmlWriter writer = XmlWriter.Create(stream, settings))
            new XDocument(new XComment(" Generated from src/MrsDiag/Help and the comments on the cmdlets: see tests/MrsDiag.Package.Tests/Help. "), root).Save(writer);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static XElement WriteCommand(CmdletHelp cmdlet)
    {
        string[] name = cmdlet.Name.Split('-');
        HelpSource source = cmdlet.Source;
        return new XElement(Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(Command + "details",
                new XElement(Command + "name", cmdlet.Name),
                new XElement(Command + "verb", name[0]),
                new XElement(Command + "noun", name[1]),
                Text(Maml + "description", cmdlet.Synopsis)),
            new XElement(Maml + "description", Blocks(source.Description)),
            new XElement(Command + "syntax", cmdlet.Sets.Select(set => new XElement(Command + "syntaxItem",
                new XElement(Maml + "name", cmdlet.Name),
                cmdlet.InSyntax(set).Select(p => Parameter(p.Parameter, p.Use, isSyntax: true))))),
            new XElement(Command + "parameters", cmdlet.Parameters.Select(p => Parameter(p, p.Overall, isSyntax: false))),
            new XElement(Command + "inputTypes", source.Inputs.Select(t => Type(Command + "inputType", t))),
            new XElement(Command + "returnValues", source.Outputs.Select(t => Type(Command + "returnValue", t))),
            new XElement(Maml + "alertSet", new XElement(Maml + "alert", Blocks(source.Notes))),
            new XElement(Command + "examples", source.Examples.Select(Example)),
            new XElement(Command + "relatedLinks", source.Links.Select(l => new XElement(Maml + "navigationLink",
                new XElement(Maml + "linkText", l.Text),
                new XElement(Maml + "uri", l.Address)))));
    }

    private static XElement Parameter(ParameterHelp parameter, ParameterUse use, bool isSyntax) =>
        new(Command + "parameter",
            new XAttribute("required", Bool(use.IsRequired)),
            new XAttribute("variableLength", Bool(parameter.TakesSeveral)),
            new XAttribute("globbing", Bool(parameter.TakesWildcards)),
            new XAttribute("pipelineInput", Pipeline(use)),
            new XAttribute("position", use.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", parameter.Aliases.Count > 0 ? string.Join(", ", parameter.Aliases) : "none"),
            new XElement(Maml + "name", parameter.Name),
            new XElement(Maml + "description", parameter.Description.Select(Paragraph)),
            isSyntax && parameter.Choices.Count > 0 ? new XElement(Command + "parameterValueGroup", parameter.Choices.Select(c => Value(c, false, false))) : null,
            // A switch takes no value in a syntax line.
            isSyntax && parameter.IsSwitch ? null : Value(parameter.Type, !parameter.IsSwitch, parameter.TakesSeveral),
            new XElement(Dev + "type", new XElement(Maml + "name", parameter.Type), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", parameter.Default));

    private static XElement Value(string text, bool isRequired, bool isSeveral) =>
        new(Command + "parameterValue", new XAttribute("required", Bool(isRequired)), new XAttribute("variableLength", Bool(isSeveral)), text);

    private static XElement Type(XName name, HelpType type) =>
        new(name, new XElement(Dev + "type", new XElement(Maml + "name", type.Name), new XElement(Maml + "uri")), Text(Maml + "description", type.Description));

    private static XElement Example(HelpExample example, int index) =>
        new(Command + "example",
            new XElement(Maml + "title", string.Create(CultureInfo.InvariantCulture, $"---- Example {index + 1}: {example.Title} ----")),
            new XElement(Dev + "code", example.Code),
            // The empty paragraph keeps the next example apart; Get-Help puts no line between them.
            new XElement(Dev + "remarks", Blocks(example.Remarks), Paragraph("")));

    private static IEnumerable<XElement> Blocks(IEnumerable<HelpBlock> blocks) => blocks.Select(b => b switch
    {
        HelpParagraph paragraph => Paragraph(paragraph.Text),
        HelpLines lines => Paragraph(lines.Text),
        HelpBullets list => new XElement(Maml + "list", new XAttribute("class", "unordered"),
            list.Items.Select(i => new XElement(Maml + "listItem", Paragraph(i)))),
        _ => throw new NotSupportedException(b.GetType().Name),
    });

    private static XElement Text(XName name, string text) => new(name, Paragraph(text));

    private static XElement Paragraph(string text) => new(Maml + "para", text);

    private static string Bool(bool value) => value ? "true" : "false";

    private static string Pipeline(ParameterUse use) => (use.ByValue, use.ByPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}
