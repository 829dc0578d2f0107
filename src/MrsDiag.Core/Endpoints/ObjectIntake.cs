using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using MrsDiag.Sources;

namespace MrsDiag.Endpoints;

/// <summary>
/// What takes inputs of every kind for a run: texts, objects by shape, files and streams of both. What is wrong with one is told as a
/// problem, so that the others go on. One subclass for each test knows what its objects are.
/// </summary>
public abstract class ObjectIntake
{
    private const int MostBadLines = 10;
    private readonly List<string> _skipped = [];

    private protected ObjectIntake()
    {
    }

    /// <summary>Why objects were left out although nothing is wrong with them.</summary>
    public IReadOnlyList<string> Skipped => _skipped;

    /// <summary>Whether something has been taken that gives a result.</summary>
    public abstract bool HasWork { get; }

    /// <summary>Takes a URI or a host name.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What is wrong with it, or <see langword="null"/>.</returns>
    public InputProblem? AddText(string text) => Guard(() => TakeText(text), text);

    /// <summary>Takes an object, recognised by its shape.</summary>
    /// <param name="view">The object.</param>
    /// <returns>What is wrong with it, or <see langword="null"/>.</returns>
    public InputProblem? AddObject(IObjectView view) => Guard(
        () =>
        {
            string skipped = TakeObject(view);
            if (skipped.Length > 0)
                _skipped.Add(skipped);
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

    /// <summary>What is kept of objects in files.</summary>
    private protected virtual ClixmlReaderOptions FileOptions => EndpointFile.Options;

    /// <summary>Takes a text; throws an <see cref="EndpointInputException"/> where it is refused.</summary>
    private protected abstract void TakeText(string text);

    /// <summary>Takes an object; throws likewise.</summary>
    /// <returns>Why it was left out although nothing is wrong with it; or empty.</returns>
    private protected abstract string TakeObject(IObjectView view);

    private List<InputProblem> AddClixml(Stream stream, string name, CancellationToken cancellationToken)
    {
        using ClixmlReader reader = new(stream, name, FileOptions);
        IReadOnlyList<EndpointInputProblem> found = new EndpointFile(TakeText, TakeObject, reader).Read(cancellationToken);
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

    private protected static InputProblem? Guard(Action add, string target)
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
