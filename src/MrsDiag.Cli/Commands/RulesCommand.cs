using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using MrsDiag.Cli.Input;
using MrsDiag.Cli.Output;
using MrsDiag.Facts;
using MrsDiag.Rules;
using MrsDiag.Sources;

namespace MrsDiag.Cli.Commands;

/// <summary><c>mrsdiag rules list|test|check [PACK…]</c></summary>
internal sealed class RulesCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object a line." };

    /// <summary>Makes the command with its three parts.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        RulesCommand parts = new();
        return new Command("rules", "List, check and test rule packs.")
        {
            parts.Part("list", "List the rules of the shipped packs and of the packs given.", (l, f, r) => parts.List(l, r)),
            parts.Part("check", "Check the packs given (the shipped ones by default) and tell everything wrong with its place.", (l, f, r) => parts.Check(l, f, r, tests: false)),
            parts.Part("test", "Check the packs and run the tests that their rules carry.", (l, f, r) => parts.Check(l, f, r, tests: true)),
        };
    }

    private Command Part(string name, string description, Func<RulePackLoad, IReadOnlyList<string>, ParseResult, int> run)
    {
        Argument<string[]> packs = new("PACK") { Description = "Rule packs or overlays: files, folders or wildcards.", Arity = ArgumentArity.ZeroOrMore };
        Command command = new(name, description) { packs };
        command.Options.Add(_json);
        command.SetAction(result =>
        {
            try
            {
                (RulePackLoad load, IReadOnlyList<string> user) = PackFiles.Read(result.GetValue(packs)!);
                return run(load, user, result);
            }
            catch (Exception e) when (e is InputFileException or RuleSettingException)
            {
                Console.Error.WriteLine("mrsdiag: " + e.Message);
                return ExitCode.BadInput;
            }
        });
        return command;
    }

    private int List(RulePackLoad load, ParseResult result)
    {
        bool json = result.GetValue(_json);
        foreach (RuleInfo rule in RuleListing.List(load))
            Console.WriteLine(json
                ? JsonOutput.Line(rule)
                : string.Format(CultureInfo.InvariantCulture, "{0,-8} {1,-12} {2,-8} {3}", rule.Id, rule.Severity, rule.Role, rule.Title));
        return Complain(load);
    }

    private int Check(RulePackLoad load, IReadOnlyList<string> files, ParseResult result, bool tests)
    {
        bool json = result.GetValue(_json);
        // Without a name the shipped packs are meant.
        string[] names = files.Count > 0 ? [.. files] : [.. load.Packs.Select(p => p.File).Concat(load.Diagnostics.Select(d => d.Location.File)).Distinct()];
        int passed = 0;
        int failed = 0;
        foreach (RulePackCheck check in RulePackChecks.Run(load, names, FactCatalogs.Default))
        {
            if (check.Kind == RulePackCheckKind.Test && !tests)
                break;
            _ = check.Outcome == RulePackCheckOutcome.Failed ? failed++ : passed++;
            if (json)
                Console.WriteLine(JsonOutput.Line(check));
            else if (check.Outcome != RulePackCheckOutcome.Passed)
                Console.WriteLine(check.Detail.Length > 0 ? check.Detail : check.ToString());
        }
        if (!json)
            Console.WriteLine(tests ? $"{passed} passed, {failed} failed" : failed == 0 ? $"{names.Length} file(s), no problem" : $"{failed} problem(s)");
        return failed == 0 ? ExitCode.Ok : ExitCode.Findings;
    }

    private static int Complain(RulePackLoad load)
    {
        foreach (Diagnostics.Diagnostic problem in load.Diagnostics)
            Console.Error.WriteLine(Diagnostics.DiagnosticRenderer.Render(problem));
        return load.HasErrors ? ExitCode.BadInput : ExitCode.Ok;
    }
}
