using System;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Cli.Input;
using MrsDiag.Facts;
using MrsDiag.Rules;
using MrsDiag.Sources;

namespace MrsDiag.Cli.Commands;

/// <summary>What the commands share whose findings come from rules: their options, their rules, and what ends them.</summary>
internal sealed class RuleOptions
{
    private readonly Option<string[]> _ruleId = new("--rule-id") { Description = "Only these rules; wildcards.", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _exclude = new("--exclude-rule") { Description = "Not these rules; wildcards.", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _settings = new("--setting") { Description = "A threshold, for example MRS3001.window=30m.", DefaultValueFactory = _ => [] };
    private readonly Option<int?> _evidence = new("--evidence-count") { Description = "How many observations a finding shows." };

    /// <summary>The options that all commands share.</summary>
    public CommonOptions Common { get; } = new();

    /// <summary>Adds all of them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        Common.AddTo(command);
        foreach (Option option in new Option[] { _ruleId, _exclude, _settings, _evidence })
            command.Options.Add(option);
    }

    /// <summary>Which findings are to be shown.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>The filter.</returns>
    public FindingFilter Filter(ParseResult arguments) => new()
    {
        Include = arguments.GetValue(_ruleId)!,
        Exclude = arguments.GetValue(_exclude)!,
        MinimumSeverity = arguments.GetValue(Common.Severity),
    };

    /// <summary>Loads and compiles the rules; what is wrong with packs is told on standard error.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>The rules, and the exit code that the packs alone ask for.</returns>
    /// <exception cref="UsageException">A setting is no NAME=VALUE.</exception>
    /// <exception cref="RuleSettingException">No rule takes a setting.</exception>
    /// <exception cref="InputFileException">A pack cannot be read.</exception>
    public (RuleEngine Engine, int Exit) Load(ParseResult arguments)
    {
        (RulePackLoad load, _) = PackFiles.Read(arguments.GetValue(Common.Rules)!);
        foreach (Diagnostics.Diagnostic problem in load.Diagnostics)
            Console.Error.WriteLine(Diagnostics.DiagnosticRenderer.Render(problem));
        RuleEngineOptions options = new()
        {
            Overlays = load.Overlays,
            EvidenceCount = arguments.GetValue(_evidence),
            Settings = arguments.GetValue(_settings)!.Select(SplitSetting).ToDictionary(p => p.Name, p => p.Value, StringComparer.OrdinalIgnoreCase),
        };
        return (new RuleEngine(load.Packs, FactCatalogs.Default, options), load.HasErrors ? ExitCode.BadInput : ExitCode.Ok);
    }

    /// <summary>Makes a command do its work, with what ends it told on standard error.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">Its work, which gives the exit code.</param>
    public static void SetAction(Command command, Func<ParseResult, CancellationToken, Task<int>> run) => command.SetAction(async (arguments, token) =>
    {
        try
        {
            return await run(arguments, token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is UsageException or InputFileException or RuleSettingException)
        {
            await Console.Error.WriteLineAsync("mrsdiag: " + e.Message).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("mrsdiag: stopped.").ConfigureAwait(false);
        }
        return ExitCode.BadInput;
    });

    private static (string Name, string Value) SplitSetting(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? (text[..equals].Trim(), text[(equals + 1)..].Trim()) : throw new UsageException($"--setting takes NAME=VALUE, not '{text}'.");
    }
}
