using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Checks the placeholders of a message, each marked at its own place.</summary>
internal static class TemplateCheck
{
    /// <summary>The placeholders that every rule has, with their meaning.</summary>
    public static readonly IReadOnlyList<(string Name, string Description)> Common =
    [
        ("subject", "what the finding is about, for example the mailbox"),
        ("count", "number of observations that the finding rests on"),
        ("first", "time of the first one"),
        ("last", "time of the last one"),
        ("span", "time between the two"),
    ];

    /// <summary>The prefix of settings.</summary>
    public const string SettingPrefix = "setting.";

    /// <summary>Checks a message.</summary>
    /// <param name="scope">The rule.</param>
    /// <param name="message">The message; <see langword="null"/> for none.</param>
    public static void Check(RuleScope scope, YamlScalar? message)
    {
        string text = message?.Value ?? "";
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('{' or '}'))
                continue;
            if (i + 1 < text.Length && text[i + 1] == text[i])
            {
                i++;
                continue;
            }
            int close = text[i] == '}' ? -1 : text.IndexOfAny(['{', '}'], i + 1);
            if (close < 0 || text[close] == '{')
            {
                if (!scope.File.SkipsError())
                    Report(scope, DiagnosticCodes.Template, message!, i, i + 1, $"'{text[i]}' has no counterpart.", DiagnosticCodes.Template.Fix);
                if (close < 0)
                    return;
                i = close - 1;
                continue;
            }
            CheckName(scope, message!, i, close + 1);
            i = close;
        }
    }

    private static void CheckName(RuleScope scope, YamlScalar message, int start, int end)
    {
        string name = message.Value.Substring(start + 1, end - start - 2);
        if (name.StartsWith(SettingPrefix, StringComparison.Ordinal))
        {
            string setting = name.Substring(SettingPrefix.Length);
            if (scope.Rule.Node.Mapping("settings")?.Find(setting) is null && !scope.File.SkipsError())
                scope.ReportUnknownSetting(Index(scope, message, start), Index(scope, message, end - 1) + 1, setting);
            return;
        }
        if (!scope.HasFields || Common.Any(c => c.Name == name))
            return;
        if (scope.Placeholders.Contains(name) || scope.File.SkipsError())
            return;
        // Some source has it: then the source that lacks it is what to name.
        if (FieldFinder.IsInSomeSource(scope, name))
            _ = FieldFinder.Find(scope, new YamlScalar(name, ScalarStyle.Plain, Index(scope, message, start), Index(scope, message, end - 1) + 1));
        else
            Report(scope, DiagnosticCodes.Placeholder, message, start, end, $"unknown placeholder '{ScalarCheck.Show(name)}'.{Suggestion.For(name, scope.Placeholders)}",
                "placeholders here: " + Suggestion.List(scope.Placeholders));
    }

    /// <summary>The placeholders of a rule.</summary>
    /// <param name="scope">The rule.</param>
    /// <returns>Their names without braces.</returns>
    public static IEnumerable<string> Names(RuleScope scope) =>
        FieldFinder.ItemNames(scope)
            .Concat(FieldFinder.ParentNames(scope))
            .Concat(scope.Group?.Fields.Select(f => GroupValues.Prefix + "." + f.Name) ?? [])
            .Concat(Common.Select(c => c.Name))
            .Concat(scope.Rule.Settings.Keys.Select(s => SettingPrefix + s));

    private static int Index(RuleScope scope, YamlScalar message, int offset) => ScalarMap.IndexOf(scope.File.Source.Text, message, offset);

    private static void Report(RuleScope scope, DiagnosticCode code, YamlScalar message, int start, int end, string text, string hint) =>
        scope.File.Report(code, Index(scope, message, start), Index(scope, message, end - 1) + 1, text, hint);
}
