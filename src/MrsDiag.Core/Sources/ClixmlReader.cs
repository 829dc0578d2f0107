using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using MrsDiag.Sources.Clixml;

namespace MrsDiag.Sources;

/// <summary>
/// Reads CLIXML, the XML of Export-Clixml, as a stream of objects: memory stays the same for a file of any size. Values are as
/// <see cref="IObjectView"/> documents them. Damaged input gives what stands before the damage; <see cref="Problems"/> says what
/// was lost. Not for several threads at once.
/// </summary>
public sealed class ClixmlReader : IDisposable
{
    private readonly Stream _stream;
    private readonly ByteSource _bytes;
    private readonly ClixmlReaderOptions _options;
    private readonly ProblemLog _log;
    private ClixmlParser? _parser;
    private bool _isStarted;

    /// <summary>Creates a reader. Nothing is read yet.</summary>
    /// <param name="stream">The bytes, in any encoding that PowerShell writes; need not be seekable. Disposed with the reader.</param>
    /// <param name="name">What messages call it: the file as the user named it.</param>
    /// <param name="options">Limits; <see cref="ClixmlReaderOptions.Default"/> where none.</param>
    public ClixmlReader(Stream stream, string name, ClixmlReaderOptions? options = null)
    {
        _stream = stream;
        _bytes = new ByteSource(stream);
        Name = name;
        _options = options ?? ClixmlReaderOptions.Default;
        _log = new ProblemLog(_options.MaxProblems);
    }

    /// <summary>What messages call the input.</summary>
    public string Name { get; }

    /// <summary>
    /// What was lost or is in doubt so far. Complete once <see cref="ReadObjects"/> has ended; of very many the first
    /// <see cref="ClixmlReaderOptions.MaxProblems"/> and the one that ended the reading.
    /// </summary>
    public IReadOnlyList<ClixmlProblem> Problems => _log.Kept;

    /// <summary>How many problems there were, kept or not.</summary>
    public int ProblemCount => _log.Count;

    /// <summary>Bytes taken from the stream so far, for progress.</summary>
    public long BytesRead => _bytes.Total;

    /// <summary>Opens a file, also one that another program is still writing.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="options">Limits; <see cref="ClixmlReaderOptions.Default"/> where none.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="ClixmlException">It is not there, is a directory, is locked, or must not be read.</exception>
    public static ClixmlReader Open(string path, ClixmlReaderOptions? options = null)
    {
        try
        {
            return new ClixmlReader(InputFile.Open(path), path, options);
        }
        catch (InputFileException e)
        {
            throw ClixmlException.From(path, e);
        }
    }

    /// <summary>
    /// Reads the objects: each one of the top level, and of a list at the top level (<c>Export-Clixml -InputObject $array</c>) each
    /// element. Each is given when complete and need not be kept. Once only.
    /// </summary>
    /// <param name="cancellationToken">Ends it, also within a large object.</param>
    /// <returns>The objects. The last one may be partial (<see cref="ClixmlNode.IsPartial"/>), where the input broke off.</returns>
    /// <exception cref="ClixmlException">While enumerating: the input is no CLIXML at all.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: cancelled.</exception>
    public IEnumerable<object?> ReadObjects(CancellationToken cancellationToken = default)
    {
        if (_isStarted)
            throw new InvalidOperationException("The objects of a CLIXML reader can be read once only.");
        _isStarted = true;
        return Enumerate(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _parser?.Dispose();
        _stream.Dispose();
    }

    private IEnumerable<object?> Enumerate(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _parser = new ClixmlParser(_bytes, Name, _options, _log);
        while (_parser.TryRead(cancellationToken, out object? value))
            yield return value;
    }
}
