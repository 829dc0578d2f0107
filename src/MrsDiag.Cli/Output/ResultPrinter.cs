using System;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Sources;

namespace MrsDiag.Cli.Output;

/// <summary>Prints results of tests as they come and keeps the exit code.</summary>
internal sealed class ResultPrinter(bool json, FindingFilter filter, Severity failOn)
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

    /// <summary>Lets a result count for the exit code, with all its findings.</summary>
    /// <param name="outcome">Its outcome.</param>
    /// <param name="findings">Its findings, also those that are not shown.</param>
    public void Weigh(CheckOutcome outcome, Finding[] findings)
    {
        if (findings.Any(f => f.Severity >= failOn) || Weight(outcome) >= failOn)
            Exit = Math.Max(Exit, ExitCode.Findings);
    }

    /// <summary>The findings to show.</summary>
    /// <param name="findings">All findings.</param>
    /// <returns>Those that the caller asked for.</returns>
    public Finding[] Shown(Finding[] findings) => findings.Where(filter.Shows).ToArray();

    /// <summary>Prints one result.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="result">The result.</param>
    /// <param name="render">Makes text of it, for a width.</param>
    public void Print<T>(T result, Func<T, int, string> render)
    {
        if (json)
        {
            Console.WriteLine(JsonOutput.Line(result));
            return;
        }
        if (!_first)
            Console.WriteLine();
        _first = false;
        Console.WriteLine(render(result, ConsoleWidth.Value));
    }

    // What was not tested is no answer: a script that asks must not take it for one.
    private static Severity Weight(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Failed or CheckOutcome.NotTested => Severity.Error,
        CheckOutcome.Warning => Severity.Warning,
        _ => Severity.Information,
    };
}
