using System;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Sources;
using MrsDiag.Text;

namespace MrsDiag.Cli.Output;

/// <summary>Prints endpoint results as they come and keeps the exit code.</summary>
internal sealed class EndpointPrinter(bool json, FindingFilter filter, Severity failOn)
{
    private bool _first = true;

    /// <summary>The exit code so far.</summary>
    public int Exit { get; private set; } = ExitCode.Ok;

    /// <summary>Tells what is wrong with an input.</summary>
    /// <param name="problem">The problem.</param>
    public void Print(InputProblem problem)
    {
        Console.Error.WriteLine($"mrsdiag: {problem.Code}: {problem.Message}");
        Exit = ExitCode.BadInput;
    }

    /// <summary>Prints one result.</summary>
    /// <param name="result">The result.</param>
    public void Print(EndpointResult result)
    {
        if (result.Findings.Any(f => f.Severity >= failOn) || Weight(result.Outcome) >= failOn)
            Exit = Math.Max(Exit, ExitCode.Findings);
        result.Findings = result.Findings.Where(filter.Shows).ToArray();
        if (json)
        {
            Console.WriteLine(JsonOutput.Line(result));
            return;
        }
        if (!_first)
            Console.WriteLine();
        _first = false;
        Console.WriteLine(EndpointRenderer.Render(result, ConsoleWidth.Value));
    }

    // What was not tested is no answer: a script that asks must not take it for one.
    private static Severity Weight(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Failed or CheckOutcome.NotTested => Severity.Error,
        CheckOutcome.Warning => Severity.Warning,
        _ => Severity.Information,
    };
}
