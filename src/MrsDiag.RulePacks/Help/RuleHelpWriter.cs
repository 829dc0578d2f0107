using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Help;

/// <summary>Writes the topic about_MrsDiag_Rules: one chapter a rule, by id.</summary>
internal sealed class RuleHelpWriter(RulePackLoad load, FactCatalog catalog)
{
    private const string Bullet = "- ";

    private readonly HelpText _text = new();
    private readonly RuleReading _reading = new(catalog);

    /// <summary>Writes the topic.</summary>
    /// <returns>The text.</returns>
    public string Write()
    {
        Dictionary<string, Rule> rules = load.Packs.SelectMany(p => p.Rules).ToDictionary(r => r.Id, StringComparer.Ordinal);
        Introduction();
        foreach (RuleInfo info in RuleListing.List(load))
            Chapter(info, rules[info.Id]);
        _text.Chapter("SEE ALSO").Paragraph(1, "about_MrsDiag").Paragraph(1, "about_MrsDiag_RulePack").Paragraph(1, "Get-MrsDiagRule");
        return _text.ToString();
    }

    private void Introduction()
    {
        _text.Chapter("TOPIC").Paragraph(1, "about_MrsDiag_Rules");
        _text.Chapter("SHORT DESCRIPTION")
            .Paragraph(1, "The rules that come with MrsDiag: what each of them states, what it looks at and what it advises.");
        _text.Chapter("LONG DESCRIPTION")
            .Paragraph(1, "Findings come from rules. This topic is made from the rule packs of the module and lists every rule by its id. Get-MrsDiagRule gives the "
                + "same as objects, with rules of your own and with what an overlay changes. Findings MRS0xxx are about the input itself; about_MrsDiag explains them.");
        foreach (RulePack pack in load.Packs.OrderBy(p => p.Name, StringComparer.Ordinal))
            _text.Paragraph(1, string.Format(CultureInfo.InvariantCulture, "Pack {0} {1}, {2} rules: {3}", pack.Name, pack.Version, pack.Rules.Count, pack.Description));
        _text.Paragraph(1, "How to read a chapter")
            .Item(2, Bullet, "A rule judges cases in order, and the first that fits decides the severity, how sure the finding is, and often its title and its steps. "
                + "What is said first holds when no case says otherwise; 'by case also' gives the rest.")
            .Item(2, Bullet, "'Looks at' names the observations that the rule selects and the fields that decide; about_MrsDiag_RulePack explains each field.")
            .Item(2, Bullet, "A setting is changed for one run with -Setting @{ 'MRS3001.window' = '30m' }, with --setting of the program mrsdiag, or for good in an overlay.")
            .Item(2, Bullet, "'What to do' lists the steps of all cases, each with the place where it is carried out. A finding has only those of its case.")
            .BlankLine();
    }

    private void Chapter(RuleInfo info, Rule rule)
    {
        _text.Chapter($"{info.Id} {info.Name}").Paragraph(1, info.Title);
        Line("Severity", RuleReading.ByCase(info.Severity, rule.Cases.Select(c => c.Severity)));
        Line("Confidence", RuleReading.ByCase(info.Confidence, rule.Cases.Select(c => c.Confidence)));
        Line("Role", info.Role.ToString());
        Line("Who acts", RuleReading.Owners(rule));
        Line("Runs", info.Enabled ? "" : $"no, it is {info.Status.ToString().ToLowerInvariant()}");
        Line("Replaced by", rule.ReplacedBy ?? "");
        Line("Scenarios", string.Join(", ", info.Scenarios));
        Line("Transports", string.Join(", ", info.Transports));
        Line("Explains", string.Join(", ", rule.Explains));
        Line("Related", string.Join(", ", info.Related));
        Line("Pack", $"{info.Pack} {info.PackVersion}");
        _text.BlankLine().Paragraph(1, info.Description);
        Heading("Looks at").Item(2, "", _reading.LooksAt(rule)).BlankLine();
        List("Also states, by case", rule.Cases.Select(c => c.Title).OfType<string>().Where(t => t != info.Title).Distinct());
        Settings(info);
        Steps(info);
        List("Wrong when", info.FalsePositives);
        List("References", info.References);
    }

    private void Line(string name, string value)
    {
        if (value.Length > 0)
            _text.Item(1, (name + ":").PadRight(12), value);
    }

    private HelpText Heading(string name) => _text.BlankLine().Item(1, "", name);

    private void List(string name, IEnumerable<string> items)
    {
        string[] all = items.ToArray();
        if (all.Length == 0)
            return;
        Heading(name);
        foreach (string item in all)
            _text.Item(2, Bullet, item);
    }

    private void Settings(RuleInfo info)
    {
        if (info.Settings.Length == 0)
            return;
        Heading("Settings");
        foreach (RuleSettingInfo setting in info.Settings)
            _text.Item(2, Bullet, $"{setting.Name} = {RuleReading.Value(setting)}: {setting.Description}");
    }

    private void Steps(RuleInfo info)
    {
        if (info.Remediation.Length == 0)
            return;
        Heading("What to do");
        for (int i = 0; i < info.Remediation.Length; i++)
            _text.Item(2, (i + 1).ToString(CultureInfo.InvariantCulture) + ". ", info.Remediation[i].ToString());
    }
}
