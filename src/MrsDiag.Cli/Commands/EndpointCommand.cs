using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Cli.Input;
using MrsDiag.Cli.Output;
using MrsDiag.Endpoints;
using MrsDiag.Rules;
using MrsDiag.Sources;
using MrsDiag.Text;

namespace MrsDiag.Cli.Commands;

/// <summary><c>mrsdiag endpoint URL…</c></summary>
internal sealed class EndpointCommand
{
    private readonly RuleOptions _rules = new();
    private readonly EndpointOptions _probe = new();
    private readonly Argument<string[]> _targets = new("URL")
    {
        Description = EndpointTargets.Description,
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _email = new("--email") { Description = "Find the endpoint of this e-mail address by Autodiscover.", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _address = new("--address") { Description = "A server behind the name, tested directly under that name.", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _via = new("--via") { Description = "A device in front of the servers, compared with them.", DefaultValueFactory = _ => [] };
    private readonly Option<bool> _ordered = new("--ordered") { Description = "Print results in the order of the input." };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Tell on standard error what is sent where." };

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create() => new EndpointCommand().Build();

    private Command Build()
    {
        Command command = new("endpoint", "Walk the way to MRS Proxy, from DNS to the call with credentials, and say where it ends and why.") { _targets };
        foreach (Option option in new Option[] { _email, _address, _via })
            command.Options.Add(option);
        _probe.AddTo(command);
        command.Options.Add(_ordered);
        command.Options.Add(_verbose);
        _rules.AddTo(command);
        RuleOptions.SetAction(command, RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (_probe.TakesStandardInput(arguments) && arguments.GetValue(_targets)!.Contains(InputPaths.StandardInput))
            throw new UsageException("Standard input can be the password or the endpoints, not both.");
        (RuleEngine engine, int exit) = _rules.Load(arguments);
        EndpointProbeOptions options = await _probe.ReadAsync(arguments, cancellationToken).ConfigureAwait(false);
        if (arguments.GetValue(_verbose))
            options = options with { Log = line => Console.Error.WriteLine("mrsdiag: " + line) };
        ResultPrinter printer = new(arguments.GetValue(_rules.Common.Json), _rules.Filter(arguments), arguments.GetValue(_rules.Common.FailOn));
        EndpointIntake intake = MakeIntake(arguments);
        foreach (InputProblem problem in Take(intake, arguments, cancellationToken))
            printer.Print(problem);
        foreach (string reason in intake.Skipped)
            await Console.Error.WriteLineAsync("mrsdiag: " + reason).ConfigureAwait(false);
        EndpointSession session = new(new EndpointProbe(options), new EndpointAnalyzer(engine));
        if (intake.HasWork)
            await session.RunAsync(intake.Inputs, arguments.GetValue(_ordered), Print, cancellationToken).ConfigureAwait(false);
        return Math.Max(printer.Exit, exit);

        void Print(EndpointResult result)
        {
            printer.Weigh(result.Outcome, result.Findings);
            result.Findings = printer.Shown(result.Findings);
            printer.Print(result, EndpointRenderer.Render);
        }
    }

    private EndpointIntake MakeIntake(ParseResult arguments)
    {
        try
        {
            return new EndpointIntake(arguments.GetValue(_address)!, arguments.GetValue(_via)!);
        }
        catch (EndpointInputException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private List<InputProblem> Take(EndpointIntake intake, ParseResult arguments, CancellationToken cancellationToken)
    {
        string[] targets = arguments.GetValue(_targets)!;
        string[] addresses = arguments.GetValue(_email)!;
        if (targets.Length + addresses.Length == 0)
            throw new UsageException("endpoint needs a URL, a host name, a file, or --email ADDRESS.");
        return
        [
            .. targets.SelectMany(t => EndpointTargets.Take(intake, t, cancellationToken)),
            .. addresses.Select(intake.AddEmailAddress).OfType<InputProblem>(),
        ];
    }
}
