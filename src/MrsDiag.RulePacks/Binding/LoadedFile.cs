using System.Collections.Generic;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Binding;

/// <summary>One file of a load on its way from text to rules.</summary>
internal sealed class LoadedFile(FileDiagnostics diagnostics)
{
    /// <summary>Its text, and where to report.</summary>
    public FileDiagnostics Diagnostics { get; } = diagnostics;

    /// <summary>Its root; <see langword="null"/> where it could not be read.</summary>
    public YamlMapping? Root { get; set; }

    /// <summary>Whether it is an overlay.</summary>
    public bool IsOverlay { get; set; }

    /// <summary>The rules that it declares, also those with errors.</summary>
    public List<RuleNode> Rules { get; } = [];
}

/// <summary>A rule as declared: what other rules can refer to before it is bound.</summary>
/// <param name="File">Its file.</param>
/// <param name="Node">Its mapping.</param>
/// <param name="Id">Its id; <see langword="null"/> where none can be read.</param>
/// <param name="Settings">Its settings by name.</param>
internal sealed record RuleNode(LoadedFile File, YamlMapping Node, string? Id, IReadOnlyDictionary<string, RuleSetting> Settings);
