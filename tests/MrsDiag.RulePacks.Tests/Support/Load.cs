using System.Collections.Generic;
using System.Linq;
using MrsDiag.Diagnostics;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Tests.Support;

/// <summary>Loads texts as packs over the made-up catalog.</summary>
internal static class Load
{
    public static RulePackLoad Text(string text, params string[] others) => Files([("a.yml", text), .. others.Select((t, i) => ($"{(char)('b' + i)}.yml", t))]);

    public static RulePackLoad Files(params (string Name, string Text)[] files) =>
        new RulePackReader().Read(files.Select(f => new RulePackFile(f.Name, f.Text)).ToArray(), TestCatalog.Create());

    public static Rule Rule(string text, string id) => Text(text).Packs.SelectMany(p => p.Rules).Single(r => r.Id == id);

    /// <summary>The diagnostics as they are shown, for messages of failing tests and for snapshots.</summary>
    public static string Render(IEnumerable<Diagnostic> diagnostics) => string.Concat(diagnostics.Select(d => DiagnosticRenderer.Render(d) + "\n"));
}
