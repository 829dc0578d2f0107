using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace MrsDiag.Package.Tests.Help;

/// <summary>
/// The help of a cmdlet that is not about its parameters, from <c>src/MrsDiag/Help/*.help.md</c>. The format is the part of Markdown that
/// needs no explanation: headings, paragraphs, lists with hyphens, fenced lines, links in the last section.
/// </summary>
internal sealed partial class HelpSource
{
    private readonly List<HelpExample> _examples = [];

    private HelpSource(string file) => File = file;

    /// <summary>The file, for messages.</summary>
    public string File { get; }

    /// <summary>The cmdlet.</summary>
    public string Name { get; private set; } = "";

    public IReadOnlyList<HelpBlock> Description { get; private set; } = [];

    public IReadOnlyList<HelpType> Inputs { get; private set; } = [];

    public IReadOnlyList<HelpType> Outputs { get; private set; } = [];

    public IReadOnlyList<HelpBlock> Notes { get; private set; } = [];

    public IReadOnlyList<HelpExample> Examples => _examples;

    public IReadOnlyList<HelpLink> Links { get; private set; } = [];

    /// <summary>Reads one file.</summary>
    /// <exception cref="FormatException">Something in it would be lost.</exception>
    public static HelpSource Read(string path)
    {
        HelpSource source = new(Path.GetFileName(path));
        foreach (HelpSection section in HelpSection.Split(System.IO.File.ReadAllText(path), source.File))
            source.Take(section);
        return source;
    }

    private void Take(HelpSection section)
    {
        switch (section.Level, section.Title)
        {
            case (1, _) when Name.Length == 0 && section.Blocks.Count == 0:
                Name = section.Title;
                break;
            case (2, "Description"):
                Description = section.Blocks;
                break;
            case (2, "Inputs"):
                Inputs = section.Parts.Select(ReadType).ToArray();
                break;
            case (2, "Outputs"):
                Outputs = section.Parts.Select(ReadType).ToArray();
                break;
            case (2, "Notes"):
                Notes = section.Blocks;
                break;
            case (2, "Links"):
                Links = section.Blocks.OfType<HelpBullets>().SelectMany(b => b.Items).Select(ReadLink).ToArray();
                break;
            case (2, _) when section.Title.StartsWith("Example: ", StringComparison.Ordinal):
                _examples.Add(ReadExample(section));
                break;
            default:
                throw new FormatException($"{File}:{section.Line}: no section '{section.Title}' is known here.");
        }
    }

    private HelpExample ReadExample(HelpSection section)
    {
        if (section.Blocks.FirstOrDefault() is not HelpLines { Language: "powershell" } code)
            throw new FormatException($"{File}:{section.Line}: an example begins with its command, fenced as powershell.");
        return new HelpExample(section.Title["Example: ".Length..], code.Text, section.Blocks.Skip(1).ToArray());
    }

    private HelpType ReadType(HelpSection part) => part.Blocks is [HelpParagraph text]
        ? new HelpType(part.Title, text.Text)
        : throw new FormatException($"{File}:{part.Line}: a type is explained by one paragraph.");

    private static HelpLink ReadLink(string item) =>
        Link().Match(item) is { Success: true } link ? new HelpLink(link.Groups["text"].Value, link.Groups["address"].Value) : new HelpLink(item, "");

    [GeneratedRegex(@"^\[(?<text>[^\]]+)\]\((?<address>https://[^)\s]+)\)$")]
    private static partial Regex Link();
}
