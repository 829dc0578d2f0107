using System;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Affinity;
using MrsDiag.Cli.Input;
using MrsDiag.Cli.Output;
using MrsDiag.Endpoints;
using MrsDiag.Rules;
using MrsDiag.Sources;
using MrsDiag.Text;

namespace MrsDiag.Cli.Commands;

/// <summary><c>mrsdiag affinity URL…</c></summary>
internal sealed class AffinityCommand
{
    private readonly RuleOptions _rules = new();
    private readonly AffinityOptions _test = new();
    private readonly Argument<string[]> _targets = new("URL") { Description = EndpointTargets.Description, Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _address = new("--address") { Description = "An address or name to ask instead of what DNS gives.", DefaultValueFactory = _ => [] };
    private readonly Option<bool> _ordered = new("--ordered") { Description = "Print results in the order of the input." };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Tell on standard error what is sent where, and how many requests there will be." };

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create() => new AffinityCommand().Build();

    private Command Build()
    {
        Command command = new("affinity", "Ask an endpoint again and again who answers, and say whether the load balancer keeps a client on one server.") { _targets };
        command.Options.Add(_address);
        _test.AddTo(command);
        command.Options.Add(_ordered);
        command.Options.Add(_verbose);
        _rules.AddTo(command);
        RuleOptions.SetAction(command, RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        (RuleEngine engine, int exit) = _rules.Load(arguments);
        AffinityProbeOptions options = await _test.ReadAsync(arguments, cancellationToken).ConfigureAwait(false);
        if (arguments.GetValue(_verbose))
            options = options with { Probe = options.Probe with { Log = line => Console.Error.WriteLine("mrsdiag: " + line) } };
        ResultPrinter printer = new(arguments.GetValue(_rules.Common.Json), _rules.Filter(arguments), arguments.GetValue(_rules.Common.FailOn));
        AffinityIntake intake = MakeIntake(arguments);
        foreach (InputProblem problem in arguments.GetValue(_targets)!.SelectMany(t => EndpointTargets.Take(intake, t, cancellationToken)))
            printer.Print(problem);
        foreach (string reason in intake.Skipped)
            await Console.Error.WriteLineAsync("mrsdiag: " + reason).ConfigureAwait(false);
        AffinitySession session = new(options, new AffinityAnalyzer(engine));
        if (intake.HasWork)
            await session.RunAsync(intake.MakeTargets(), intake.Observations, arguments.GetValue(_ordered), Print, cancellationToken).ConfigureAwait(false);
        return Math.Max(printer.Exit, exit);

        void Print(AffinityResult result)
        {
            printer.Weigh(result.Outcome, result.Findings);
            result.Findings = printer.Shown(result.Findings);
            printer.Print(result, AffinityRenderer.Render);
        }
    }

    private AffinityIntake MakeIntake(ParseResult arguments)
    {
        try
        {
            return new AffinityIntake(arguments.GetValue(_address)!, _test.ReadKnowledge(arguments));
        }
        catch (EndpointInputException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
