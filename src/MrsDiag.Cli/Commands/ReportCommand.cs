using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using MrsDiag.Cli.Input;
using MrsDiag.Cli.Output;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using MrsDiag.Rules;
using MrsDiag.Sources;

namespace MrsDiag.Cli.Commands;

/// <summary><c>mrsdiag report FILE…</c></summary>
internal sealed class ReportCommand
{
    private static readonly string[] Extensions = [".xml", ".clixml", ".txt", ".log"];
    private readonly CommonOptions _common = new();
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "CLIXML or text of move reports, found out by content: files, folders, wildcards, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _ruleId = new("--rule-id") { Description = "Only these rules; wildcards.", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _exclude = new("--exclude-rule") { Description = "Not these rules; wildcards.", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _settings = new("--setting") { Description = "A threshold, for example MRS3001.window=30m.", DefaultValueFactory = _ => [] };
    private readonly Option<int?> _evidence = new("--evidence-count") { Description = "How many observations a finding shows." };
    private readonly Option<string?> _since = new("--since") { Description = "Leave out what happened before this time (ISO 8601; UTC unless it has an offset)." };
    private readonly Option<string?> _zone = new("--time-zone") { Description = "Zone of times that carry none, for example Europe/Berlin (default UTC)." };
    private readonly Option<string?> _culture = new("--culture") { Description = "Culture of dates whose day and month cannot be told apart, for example en-GB." };
    private readonly Option<bool> _summary = new("--summary") { Description = "One line a rule over all mailboxes." };

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create() => new ReportCommand().Build();

    private Command Build()
    {
        Command command = new("report", "Explain the failures in move reports.") { _files };
        _common.AddTo(command);
        foreach (Option option in new Option[] { _ruleId, _exclude, _settings, _evidence, _since, _zone, _culture, _summary })
            command.Options.Add(option);
        command.SetAction((result, token) => System.Threading.Tasks.Task.FromResult(Run(result, token)));
        return command;
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            (RulePackLoad load, _) = PackFiles.Read(arguments.GetValue(_common.Rules)!);
            foreach (Diagnostics.Diagnostic problem in load.Diagnostics)
                Console.Error.WriteLine(Diagnostics.DiagnosticRenderer.Render(problem));
            RuleEngine engine = new(load.Packs, FactCatalogs.Default, EngineOptions(arguments, load));
            ReportPrinter printer = new(arguments.GetValue(_common.Json), arguments.GetValue(_summary), Filter(arguments), arguments.GetValue(_common.FailOn));
            MoveReportAnalyzer analyzer = new(engine, ReportOptions(arguments));
            foreach (MoveReportResult result in arguments.GetValue(_files)!.SelectMany(f => Analyze(analyzer, f, cancellationToken)))
                printer.Print(result);
            return Math.Max(printer.Finish(), load.HasErrors ? ExitCode.BadInput : ExitCode.Ok);
        }
        catch (Exception e) when (e is UsageException or InputFileException or RuleSettingException)
        {
            Console.Error.WriteLine("mrsdiag: " + e.Message);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("mrsdiag: stopped.");
            return ExitCode.BadInput;
        }
    }

    private static IEnumerable<MoveReportResult> Analyze(MoveReportAnalyzer analyzer, string name, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> files = InputPaths.Expand(name, Extensions);
        if (files.Count == 0)
            return [MoveReportResult.Failed(new InputProblem("FileNotFound", $"No file fits '{name}'.", name))];
        return files.SelectMany(f => f == InputPaths.StandardInput
            ? StandardInput(analyzer, cancellationToken)
            : analyzer.AnalyzeFile(f, cancellationToken));
    }

    // Standard input cannot seek and its kind is told by its first bytes: it is kept whole.
    private static IEnumerable<MoveReportResult> StandardInput(MoveReportAnalyzer analyzer, CancellationToken cancellationToken)
    {
        using MemoryStream memory = new();
        using (Stream input = Console.OpenStandardInput())
            input.CopyTo(memory);
        memory.Position = 0;
        foreach (MoveReportResult result in analyzer.AnalyzeStream(memory, "standard input", cancellationToken))
            yield return result;
    }

    private RuleEngineOptions EngineOptions(ParseResult arguments, RulePackLoad load) => new()
    {
        Overlays = load.Overlays,
        EvidenceCount = arguments.GetValue(_evidence),
        Settings = arguments.GetValue(_settings)!.Select(SplitSetting).ToDictionary(p => p.Name, p => p.Value, StringComparer.OrdinalIgnoreCase),
    };

    private FindingFilter Filter(ParseResult arguments) => new()
    {
        Include = arguments.GetValue(_ruleId)!,
        Exclude = arguments.GetValue(_exclude)!,
        MinimumSeverity = arguments.GetValue(_common.Severity),
    };

    private MoveReportOptions ReportOptions(ParseResult arguments)
    {
        MoveReportOptions options = new();
        if (arguments.GetValue(_zone) is { } zone)
            options = options with { TimeZone = Read(zone, TimeZoneInfo.FindSystemTimeZoneById, "--time-zone") };
        if (arguments.GetValue(_culture) is { } culture)
            options = options with { Culture = Read(culture, CultureInfo.GetCultureInfo, "--culture") };
        if (arguments.GetValue(_since) is { } since)
            options = options with { Since = Read(since, s => DateTime.Parse(s, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal), "--since") };
        return options;
    }

    private static T Read<T>(string text, Func<string, T> read, string option)
    {
        try
        {
            return read(text);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or TimeZoneNotFoundException)
        {
            throw new UsageException($"{option} does not take '{text}'.");
        }
    }

    private static (string Name, string Value) SplitSetting(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? (text[..equals].Trim(), text[(equals + 1)..].Trim()) : throw new UsageException($"--setting takes NAME=VALUE, not '{text}'.");
    }
}
