using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Binding;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Help;

/// <summary>Writes the topic about_MrsDiag_RulePack from the tables that the binder reads.</summary>
internal sealed class HelpWriter(PackTables tables)
{
    private readonly HelpText _text = new();
    private readonly HashSet<string> _explained = [];

    /// <summary>Writes the topic.</summary>
    /// <returns>The text.</returns>
    public string Write()
    {
        Introduction();
        Keys();
        Values();
        Conditions();
        Groups();
        Messages();
        Overlays();
        Sources();
        Codes();
        _text.Chapter("SEE ALSO").Paragraph(1, "about_MrsDiag").Paragraph(1, "Get-MoveReportFinding");
        return _text.ToString();
    }

    private void Introduction()
    {
        _text.Chapter("TOPIC").Paragraph(1, "about_MrsDiag_RulePack");
        _text.Chapter("SHORT DESCRIPTION")
            .Paragraph(1, "Rule packs: what MrsDiag knows about causes and symptoms, as text files that anybody can read and add to.");
        _text.Chapter("LONG DESCRIPTION")
            .Paragraph(1, "A rule pack is a YAML file of rules. A rule selects observations of a fact source, says which of them matter and how many it takes, "
                + "and turns them into a finding with a message, remediation and references. It carries its own tests.")
            .Paragraph(1, "Load a pack with the parameter -RulePath of the commands that judge, or with --rules of the program mrsdiag. 'mrsdiag rules check' reads "
                + "packs and reports what is wrong with them; 'mrsdiag rules test' runs their tests as well.")
            .Paragraph(1, "Reading is strict. Every error is reported with file, line and column and a code of the form RPxxxx, explained below; "
                + "a pack with an error is left out whole. Warnings do not stop a pack. Of YAML, anchors, aliases, tags, merge keys and several documents are refused, "
                + "as are files above 1 MB and more than 32 levels.")
            .Paragraph(1, "The JSON schema rulepack-v1.schema.json, named in the first line of the example, lets an editor check and complete a pack while it is written.");
        _text.Chapter("EXAMPLE").Verbatim(1, HelpExamples.Pack);
    }

    private void Keys()
    {
        _text.Chapter("KEYS");
        foreach (KeyTable table in tables.InReadingOrder)
        {
            _text.Paragraph(1, $"Keys of '{table.Name}'").Paragraph(2, table.Description);
            foreach (KeyRow row in table.Rows)
            {
                string words = row.Value is WordShape { Allowed.Count: 1 } only ? only.Allowed[0].Word : row.Value.Words;
                _text.Term(2, $"{row.Key}: {words}{(row.IsRequired ? ", required" : "")}", row.Description);
                ExplainWords(row.Value);
            }
            _text.BlankLine();
        }
    }

    // Collections and sources have their own chapter; of a choice the words are what needs explaining, once.
    private void ExplainWords(Shape shape)
    {
        if (shape is ChoiceShape choice)
            foreach (Shape option in choice.Options)
                ExplainWords(option);
        if (shape is not WordShape words || words.Code != DiagnosticCodes.UnknownWord)
            return;
        if (!_explained.Add(words.Name))
            _text.Term(3, "One of: " + string.Join(", ", words.AllowedWords) + ".", "");
        else
            foreach ((string word, string description) in words.Allowed)
                _text.Term(3, $"- {word}: {description}", "");
    }

    private void Values()
    {
        _text.Chapter("VALUES")
            .Term(1, "text", "Unquoted where it is plain; in single quotes where it begins with a special character, holds ': ' or ' #', or looks like a number.")
            .Term(1, "number", "3, 0.5, -2147024891. Without unit and without quotes.")
            .Term(1, "duration", "250ms, 90s, 30m, 2h, 1d, or combined: 1h30m.")
            .Term(1, "time", "ISO 8601: 2024-05-01T10:00:00Z or with an offset; without either it is UTC.")
            .Term(1, "version", "15.0.847, 15.1 or 15.")
            .Term(1, "true or false", "true, false. yes and no are text.")
            .Term(1, "${setting}", "The value of one of the rule's settings. Inside braces and brackets it needs quotes: { field: code, gte: '${least}' }.")
            .BlankLine();
    }

    private void Conditions()
    {
        _text.Chapter("OPERATORS")
            .Paragraph(1, "Text is compared without regard to case and after normalisation (invisible marks, quotes, white space), unless caseSensitive is true. "
                + "On a list of text an operator holds when one of the texts meets it. A comparison with a missing field is false; where 'needs' names the field, it is "
                + "unknown, and a rule that finds nothing but unknowns reports that it could not be evaluated.");
        foreach (OperatorRow row in OperatorTable.Rows)
            _text.Term(1, row.Name, $"{row.Description}. For {string.Join(", ", row.Types.Select(FactTypes.Words))}.{(row.TakesList ? " Takes a list." : "")}");
        _text.BlankLine();
    }

    private void Groups()
    {
        _text.Chapter("GROUP VALUES").Paragraph(1, "In the cases and messages of a rule with 'group':");
        foreach (FactField field in GroupValues.Make(FactType.Number).Fields)
            _text.Term(1, $"{GroupValues.Prefix}.{field.Name}: {(field.Name == "measured" ? "number or duration" : FactTypes.Words(field.Type))}", field.Description);
        _text.BlankLine();
    }

    private void Messages()
    {
        _text.Chapter("MESSAGES").Paragraph(1, "Placeholders in braces are filled in; {{ and }} are literal braces. A value that is missing goes with its label ('; host: ' and the like); inside a sentence it prints as 'unknown'.")
            .Term(1, "{field}", "A field of the items; several distinct values are joined by commas, five at most.")
            .Term(1, "{report.field}", "A field of the parent item, with the parent's name in front.")
            .Term(1, "{group.count}", "A value of the group, as listed above.")
            .Term(1, "{setting.name}", "The value of a setting.");
        foreach ((string name, string description) in TemplateCheck.Common)
            _text.Term(1, "{" + name + "}", description + ".");
        _text.BlankLine();
    }

    private void Overlays() => _text.Chapter("OVERLAYS")
        .Paragraph(1, "An overlay is a file of its own, loaded together with the packs that it changes. Unknown rules and settings in it are errors.")
        .Verbatim(1, HelpExamples.Overlay);

    private void Sources()
    {
        _text.Chapter("FACT SOURCES");
        foreach (FactSource source in tables.Catalog.Sources)
        {
            _text.Paragraph(1, $"Source {source.Name}").Paragraph(2, source.Description)
                .Paragraph(2, source.FromText is null ? "Tests cannot give it as text." : "Tests may give it as text.");
            Collection(source.Parent, $"Parent item '{source.Parent.Name}' (select: self)", source.Parent.Name + ".");
            foreach (FactCollection collection in source.Collections)
                Collection(collection, $"Collection '{collection.Name}'{(collection.IsTimed ? ", items with a time" : "")}", "");
        }
    }

    private void Collection(FactCollection collection, string title, string prefix)
    {
        _text.Paragraph(2, title).Paragraph(3, collection.Description);
        foreach (FactField field in collection.Fields)
        {
            string values = field.Values is { Count: > 0 } list ? $" One of: {string.Join(", ", list)}." : "";
            _text.Term(3, $"{prefix}{field.Name}: {FactTypes.Words(field.Type)}", field.Description + values);
        }
        _text.BlankLine();
    }

    private void Codes()
    {
        _text.Chapter("DIAGNOSTIC CODES");
        foreach (DiagnosticCode code in DiagnosticCodes.All)
        {
            string level = code.Level == Diagnostics.DiagnosticLevel.Warning ? " (warning)" : "";
            _text.Term(1, $"{code.Id} {code.Title}{level}", code.Explanation).Term(2, "Fix: " + code.Fix, "").BlankLine();
        }
    }
}
