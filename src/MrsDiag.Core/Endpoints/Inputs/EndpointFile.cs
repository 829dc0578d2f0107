using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MrsDiag.Sources;

namespace MrsDiag.Endpoints;

/// <summary>Takes the objects of one CLIXML file. One that is refused does not stop the others.</summary>
/// <param name="takeText">Takes a text; throws an <see cref="EndpointInputException"/> where it is refused.</param>
/// <param name="takeObject">Takes an object; gives why it was left out although nothing is wrong with it, or an empty text.</param>
/// <param name="reader">The file.</param>
internal sealed class EndpointFile(Action<string> takeText, Func<IObjectView, string> takeObject, ClixmlReader reader)
{
    private const int MaxDamagesTold = 3;

    private readonly List<EndpointInputProblem> _problems = [];

    /// <summary>What need not be kept of an object to know its endpoint: the report of a move is most of it.</summary>
    public static ClixmlReaderOptions Options { get; } = new()
    {
        SkippedProperties = ["Report", "DiagnosticInfo", "MoveHistory"],
        MaxObjectBytes = 128L * 1024 * 1024,
    };

    /// <summary>Takes them.</summary>
    /// <returns>What was refused, left out, or lost.</returns>
    public IReadOnlyList<EndpointInputProblem> Read(CancellationToken cancellationToken)
    {
        int number = 0;
        try
        {
            foreach (object? value in reader.ReadObjects(cancellationToken))
                Take(value, ++number);
        }
        catch (ClixmlException e)
        {
            _problems.Add(new EndpointInputProblem(e.Fault.ToString(), e.Message, reader.Name, 0));
            return _problems;
        }
        if (reader.ProblemCount > 0)
            Add("InputDamaged", "could not be read whole: " + string.Join(" ", reader.Problems.Take(MaxDamagesTold)), 0);
        else if (number == 0)
            Add("InputEmpty", "is CLIXML without an object in it.", 0);
        return _problems;
    }

    private void Take(object? value, int number)
    {
        try
        {
            switch (value)
            {
                case IObjectView view when takeObject(view) is { Length: > 0 } reason:
                    Add(EndpointInputProblem.SkippedCode, reason, number);
                    break;
                case IObjectView:
                    break;
                case string text:
                    takeText(text);
                    break;
                default:
                    Add("NotAnEndpoint", $"a {value?.GetType().Name ?? "null"} names no endpoint.", number);
                    break;
            }
        }
        catch (EndpointInputException e)
        {
            Add(e.Code, e.Message, number);
        }
    }

    private void Add(string code, string message, int number)
    {
        string place = number == 0 ? $"'{reader.Name}' " : FormattableString.Invariant($"'{reader.Name}', object {number}: ");
        _problems.Add(new EndpointInputProblem(code, place + message, reader.Name, number));
    }
}
