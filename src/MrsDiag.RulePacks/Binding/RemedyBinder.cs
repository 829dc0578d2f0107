using System.Collections.Generic;
using System.Linq;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Binds steps and documents; all that can be wrong with them is their shape.</summary>
internal static class RemedyBinder
{
    /// <summary>Binds the steps of a rule or case.</summary>
    /// <param name="node">The rule or case.</param>
    /// <param name="owner">Who carries a step out that names nobody.</param>
    /// <returns>The steps.</returns>
    public static IReadOnlyList<Remedy> Bind(YamlMapping node, FindingOwner owner) => node.Items("remediation").OfType<YamlMapping>().Select(step => new Remedy
    {
        Text = step.Text("text") ?? "",
        RunIn = WordLists.Value(WordLists.Places, step.Text("runIn")) ?? default,
        Owner = WordLists.Value(WordLists.Owners, step.Text("owner")) ?? owner,
    }).ToArray();

    /// <summary>Binds the references of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The references.</returns>
    public static IReadOnlyList<RuleReference> BindReferences(YamlMapping rule) => rule.Items("references").Select(item => item switch
    {
        YamlScalar url => new RuleReference(url.Value),
        YamlMapping document => new RuleReference(document.Text("url") ?? "", document.Text("title") ?? "", document.Text("date") ?? ""),
        _ => new RuleReference(""),
    }).ToArray();
}
