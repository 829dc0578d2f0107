using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using MrsDiag.Sources;

namespace MrsDiag.Endpoints;

/// <summary>
/// Takes inputs of every kind for a run and tells what is wrong with one as a problem, so that the others go on. The cmdlet and the
/// console program both use it.
/// </summary>
public sealed class EndpointIntake
{
    private const int MostBadLines = 10;
    private readonly List<string> _skipped = [];

    /// <summary>Makes an empty one.</summary>
    /// <param name="direct">Servers behind every name, by address or name.</param>
    /// <param name="via">Devices in front of every name, by address or name.</param>
    /// <exception cref="EndpointInputException">One of them is neither an address nor a name.</exception>
    public EndpointIntake(IReadOnlyList<string> direct, IReadOnlyList<string> via) => Inputs.Pin(direct, via);

    /// <summary>What has been taken.</summary>
    public EndpointInputs Inputs { get; } = new();

    /// <summary>Why objects were left out although nothing is wrong with them.</summary>
    public IReadOnlyList<string> Skipped => _skipped;

    /// <summary>Whether something has been taken that gives a result.</summary>
    public bool HasWork => Inputs.Targets.Count + Inputs.Observations.Count > 0;

    /// <summary>Takes a URI or a host name.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What is wrong with it, or <see langword="null"/>.</returns>
    public InputProblem? AddText(string text) => Guard(() => Inputs.AddText(text, [], []), text);

    /// <summary>Takes an e-mail address whose endpoint Autodiscover is to find.</summary>
    /// <param name="address">The address.</param>
    /// <returns>What is wrong with it, or <see langword="null"/>.</returns>
    public InputProblem? AddEmailAddress(string address) => Guard(() => Inputs.AddEmailAddress(address), address);

    /// <summary>Takes an object, recognised by its shape.</summary>
    /// <param name="view">The object.</param>
    /// <returns>What is wrong with it, or <see langword="null"/>.</returns>
    public InputProblem? AddObject(IObjectView view) => Guard(
        () =>
        {
            EndpointInput input = Inputs.AddObject(view);
            if (input.Skipped.Length > 0)
                _skipped.Add(input.Skipped);
        },
        view.Text ?? "input object");

    /// <summary>Takes what a file holds: CLIXML of any objects that are taken otherwise, or text with a name or URI a line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops between objects.</param>
    /// <returns>What is wrong with it or with parts of it.</returns>
    public IReadOnlyList<InputProblem> AddFile(string path, CancellationToken cancellationToken)
    {
        try
        {
            using Stream stream = InputFile.Open(path);
            return AddStream(stream, path, cancellationToken);
        }
        catch (InputFileException e)
        {
            return [new InputProblem(e.Code, e.Message, path)];
        }
    }

    /// <summary>Takes what a stream holds; see <see cref="AddFile"/>.</summary>
    /// <param name="stream">A stream that can seek.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="cancellationToken">Stops between objects.</param>
    /// <returns>What is wrong with it or with parts of it.</returns>
    public IReadOnlyList<InputProblem> AddStream(Stream stream, string name, CancellationToken cancellationToken) =>
        InputSniffer.Sniff(stream, out Encoding encoding) switch
        {
            InputKind.Empty => [new InputProblem("InputEmpty", $"'{name}' is empty.", name)],
            InputKind.Binary => [new InputProblem("NotAnEndpoint", $"'{name}' is neither CLIXML nor text.", name)],
            InputKind.Clixml => AddClixml(stream, name, cancellationToken),
            _ => AddLines(stream, encoding, name, cancellationToken),
        };

    private List<InputProblem> AddClixml(Stream stream, string name, CancellationToken cancellationToken)
    {
        IReadOnlyList<EndpointInputProblem> found = Inputs.AddStream(stream, name, cancellationToken);
        _skipped.AddRange(found.Where(p => p.IsSkipped).Select(p => p.Message));
        return found.Where(p => !p.IsSkipped).Select(p => new InputProblem(p.Code, p.Message, p.Path)).ToList();
    }

    private List<InputProblem> AddLines(Stream stream, Encoding encoding, string name, CancellationToken cancellationToken)
    {
        List<InputProblem> problems = [];
        using StreamReader reader = new(stream, encoding, detectEncodingFromByteOrderMarks: true, 1 << 12, leaveOpen: true);
        for (string? line = reader.ReadLine(); line is not null && problems.Count < MostBadLines; line = reader.ReadLine())
        {
            cancellationToken.ThrowIfCancellationRequested();
            string text = line.Trim();
            if (text.Length > 0 && text[0] != '#')
                Keep(AddText(text));
        }
        // A report or a log that was named by mistake would give an error a line.
        if (problems.Count == MostBadLines)
            problems.Add(new InputProblem("NotAnEndpoint", $"'{name}' is no list of endpoints: the rest of it was not read. Expected is one URL or host name a line.", name));
        return problems;

        void Keep(InputProblem? problem)
        {
            if (problem is not null)
                problems.Add(problem);
        }
    }

    private static InputProblem? Guard(Action add, string target)
    {
        try
        {
            add();
            return null;
        }
        catch (EndpointInputException e)
        {
            return new InputProblem(e.Code, e.Message, target);
        }
    }
}
