using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Cli.Input;
using MrsDiag.Cli.Output;
using MrsDiag.MoveReports;
using MrsDiag.Rules;
using MrsDiag.Sources;

namespace MrsDiag.Cli.Commands;

/// <summary><c>mrsdiag report FILE…</c></summary>
internal sealed class ReportCommand
{
    private static readonly string[] Extensions = [".xml", ".clixml", ".txt", ".log"];
    private readonly RuleOptions _rules = new();
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "CLIXML or text of move reports, found out by content: files, folders, wildcards, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

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
        _rules.AddTo(command);
        foreach (Option option in new Option[] { _since, _zone, _culture, _summary })
            command.Options.Add(option);
        RuleOptions.SetAction(command, (arguments, token) => Task.FromResult(Run(arguments, token)));
        return command;
    }

    private int Run(ParseResult arguments, CancellationToken cancellationToken)
    {
        (RuleEngine engine, int exit) = _rules.Load(arguments);
        CommonOptions common = _rules.Common;
        ReportPrinter printer = new(arguments.GetValue(common.Json), arguments.GetValue(_summary), _rules.Filter(arguments), arguments.GetValue(common.FailOn));
        MoveReportAnalyzer analyzer = new(engine, ReportOptions(arguments));
        foreach (MoveReportResult result in arguments.GetValue(_files)!.SelectMany(f => Analyze(analyzer, f, cancellationToken)))
            printer.Print(result);
        return Math.Max(printer.Finish(), exit);
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
}
