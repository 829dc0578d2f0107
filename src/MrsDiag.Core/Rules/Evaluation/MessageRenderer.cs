using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.Text;

namespace MrsDiag.Rules.Evaluation;

/// <summary>Fills in the placeholders of a message.</summary>
internal sealed class MessageRenderer(CompiledRule rule, FactSet facts, IReadOnlyList<FactItem> items, GroupMatch? group)
{
    private static readonly string Unknown = FactText.Format(null);

    /// <summary>Renders a template.</summary>
    /// <param name="template">The template.</param>
    /// <returns>The text.</returns>
    public string Render(MessageTemplate template)
    {
        MessageBuilder text = new();
        foreach (MessagePart part in template.Parts)
        {
            if (!part.IsPlaceholder)
                text.Literal(part.Text);
            else if (Value(part.Text) is var value && value != Unknown)
                text.Value(value);
            else
                text.Missing(InSentence(part.Text));
        }
        return text.ToString();
    }

    // "Connections to unknown" would read as a name.
    private static string InSentence(string field) => field switch
    {
        "server" or "remoteServer" => "an unnamed server",
        "host" or "report.remoteHostName" => "an unnamed host",
        "address" => "an unnamed address",
        _ => Unknown,
    };

    private string Value(string name)
    {
        int dot = name.IndexOf('.');
        if (dot < 0)
            return Plain(name);
        string prefix = name.Substring(0, dot);
        string rest = name.Substring(dot + 1);
        if (prefix == "group")
            return FactText.Format((group ?? Whole()).Value(rest));
        if (prefix == "setting")
            return FactText.Format(rule.Settings.Get(rule.Rule.Id, rest));
        return rule.Source.Parent.Find(rest) is { } field && prefix == rule.Source.Parent.Name ? FactText.Format(facts.Parent[field.Ordinal]) : Unknown;
    }

    private string Plain(string name)
    {
        if (rule.Collection.Find(name) is { } field)
            return Distinct(field);
        return name switch
        {
            "count" => FactText.Format((double)items.Count),
            "subject" => facts.Subject,
            _ => FactText.Format(Whole().Value(name)),
        };
    }

    private GroupMatch Whole() => new(items, (double)items.Count, [], items.Count(i => i.At is null));

    private string Distinct(FactField field)
    {
        List<string> values = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (FactItem item in items)
            if (item[field.Ordinal] is { } value && FactText.Format(value) is { } one && seen.Add(one))
                values.Add(one);
        return values.Count == 0 ? FactText.Format(null) : FactText.Join(values);
    }
}
