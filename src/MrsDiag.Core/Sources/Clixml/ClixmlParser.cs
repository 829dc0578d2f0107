using System;
using System.IO;
using System.Threading;
using System.Xml;

namespace MrsDiag.Sources.Clixml;

/// <summary>Drives the XML reader from one finished object to the next, and ends in good order wherever the input ends.</summary>
internal sealed class ClixmlParser : IDisposable
{
    private readonly string _place;
    private readonly string _head;
    private readonly ProblemLog _log;
    private readonly TextFeed _feed;
    private readonly XmlReader _reader;
    private readonly XmlCursor _cursor;
    private readonly TreeBuilder _builder;
    private readonly ElementReader _elements;
    private bool _isStarted;
    private bool _isRootClosed;
    private bool _isFinished;
    private int _nulsTold;

    public ClixmlParser(ByteSource bytes, string place, ClixmlReaderOptions options, ProblemLog log)
    {
        _place = place;
        _log = log;
        EncodingChoice encoding = InputCheck.Open(bytes, place, out _head);
        if (encoding.Doubt.Length > 0)
            log.Add(ClixmlProblemKind.EncodingDoubt, 0, encoding.Doubt);
        _feed = encoding.IsUtf16 ? new Utf16Feed(bytes) : new DecodedFeed(bytes, encoding.Encoding);
        _reader = XmlReader.Create(_feed, Settings());
        ReferenceTable references = new(options.MaxRetainedBytes);
        _builder = new TreeBuilder(references, options.MaxObjectBytes);
        _cursor = new XmlCursor(_reader, _feed, options, log);
        _elements = new ElementReader(_cursor, _builder, references, options);
    }

    /// <summary>Reads up to the next object of the top level.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryRead(CancellationToken cancellationToken, out object? value)
    {
        _feed.CancellationToken = cancellationToken;
        if (!_isFinished)
            Advance();
        TellReplacements();
        return _builder.TryTake(out value);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _feed.Dispose();
    }

    // White space stays: a text may consist of it.
    private static XmlReaderSettings Settings() => new()
    {
        NameTable = new BoundedNameTable(),
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private void Advance()
    {
        try
        {
            if (!_isStarted)
                Start();
            while (!_builder.HasOutput && !_isFinished)
                Step();
        }
        catch (XmlException e) when (_isStarted)
        {
            Stop(e);
        }
        catch (XmlException e)
        {
            throw InputCheck.Unreadable(_place, _head, _feed.IsAtEnd, e);
        }
        catch (OversizedTokenException e) when (!_isStarted)
        {
            throw InputCheck.Unreadable(_place, _head, isTruncated: false, e);
        }
        catch (OversizedTokenException)
        {
            Stop(ClixmlProblemKind.Oversized, "A tag, comment or name here is longer, or nested deeper, than in any CLIXML; reading stopped.");
        }
        catch (IOException e) when (!_isStarted)
        {
            throw InputCheck.ReadFailed(_place, e);
        }
        catch (IOException e)
        {
            Stop(ClixmlProblemKind.ReadError, "Reading failed: " + e.Message);
        }
    }

    private void Start()
    {
        while (_cursor.Next() && _reader.NodeType != XmlNodeType.Element)
        {
        }
        bool isWhole = _reader.LocalName == "Objs";
        if (!isWhole && _reader.LocalName != "Obj")
            throw InputCheck.OtherRoot(_place, _reader.LocalName);
        _isStarted = true;
        if (!isWhole)
            _elements.Read();
        else if (_reader.IsEmptyElement)
            _isRootClosed = true;
    }

    private void Step()
    {
        if (!_cursor.Next())
        {
            Finish();
            return;
        }
        switch (_cursor.NodeType)
        {
            case XmlNodeType.Element:
                _elements.Read();
                break;
            case XmlNodeType.EndElement:
                Close();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                _cursor.SkipStrayText();
                break;
        }
    }

    private void Close()
    {
        if (_builder.Open == FrameKind.Document)
            _isRootClosed = true;
        else
            _builder.Close();
    }

    private void Stop(XmlException e)
    {
        if (_isRootClosed)
            Stop(ClixmlProblemKind.TrailingData, "Something follows the end of the document; it was not read.", e.LineNumber);
        else if (_feed.IsAtEnd)
            Stop(ClixmlProblemKind.Truncated, "The input ends here, in the middle; what stood before is given.", e.LineNumber);
        else
            Stop(ClixmlProblemKind.Malformed, "The XML is damaged here and reading stopped: " + e.Message, e.LineNumber);
    }

    private void Stop(ClixmlProblemKind kind, string message, int line = 0)
    {
        _log.Add(kind, line > 0 ? line : _cursor.Line, message);
        while (_builder.Open != FrameKind.Document)
            _builder.Close(isPartial: true);
        Finish();
    }

    private void Finish()
    {
        _isFinished = true;
        if (_feed.BadBytes > 0)
            _log.Add(ClixmlProblemKind.UndecodableBytes, 0, $"{_feed.BadBytes} byte sequences are no characters of the encoding; they stand as U+FFFD.");
    }

    private void TellReplacements()
    {
        if (_feed.NulCount > _nulsTold)
            _log.Add(ClixmlProblemKind.InvalidCharacters, _cursor.Line, $"{_feed.NulCount - _nulsTold} NUL characters near here were replaced.");
        _nulsTold = _feed.NulCount;
    }
}
