using System.Xml;

namespace MrsDiag.Sources.Clixml;

/// <summary>The XML reader with the few moves that CLIXML needs, none of which makes a string that is not kept.</summary>
internal sealed class XmlCursor
{
    // Each open element costs the XML reader memory; no file that PowerShell wrote comes near.
    private const int MaxXmlDepth = 100_000;

    private readonly XmlReader _reader;
    private readonly TextFeed _feed;
    private readonly ProblemLog _log;
    private readonly NamePool _names;
    private readonly TextCollector _text;
    private readonly char[] _nameBuffer = new char[1024];
    private readonly string _nameAttribute;
    private readonly string _idAttribute;

    public XmlCursor(XmlReader reader, TextFeed feed, ClixmlReaderOptions options, ProblemLog log)
    {
        _reader = reader;
        _feed = feed;
        _log = log;
        _names = new NamePool(options.SkippedProperties);
        _text = new TextCollector(reader, options.MaxTextLength);
        _nameAttribute = reader.NameTable.Add("N");
        _idAttribute = reader.NameTable.Add("RefId");
    }

    public XmlNodeType NodeType => _reader.NodeType;

    public string LocalName => _reader.LocalName;

    /// <summary>Whether the element has no end tag. Ask before its attributes.</summary>
    public bool IsEmptyElement => _reader.IsEmptyElement;

    /// <summary>What <see cref="ReadText"/> collected.</summary>
    public TextCollector Text => _text;

    public int Line => ((IXmlLineInfo)_reader).LineNumber;

    public bool Next()
    {
        _feed.Mark();
        return _reader.Read();
    }

    public void Tell(ClixmlProblemKind kind, string message) => _log.Add(kind, Line, message);

    /// <summary>The element's name as a property; <see langword="null"/> where it has none. Ask for the RefId before.</summary>
    public PropertyName? ReadName()
    {
        if (!_reader.MoveToFirstAttribute())
            return null;
        if (!ReferenceEquals(_reader.LocalName, _nameAttribute) && !_reader.MoveToAttribute(_nameAttribute))
            return null;
        int length = _reader.ReadValueChunk(_nameBuffer, 0, _nameBuffer.Length);
        if (length >= _nameBuffer.Length - 1)
            Tell(ClixmlProblemKind.TextCut, "A property name longer than a thousand characters was cut.");
        return _names.Get(_nameBuffer, length);
    }

    /// <summary>The element's RefId; -1 where it has none or one that PowerShell does not write.</summary>
    public int ReadId()
    {
        // By position first, which spares the search by name: it is the last of at most two.
        int last = _reader.AttributeCount - 1;
        if (last < 0)
            return -1;
        _reader.MoveToAttribute(last);
        if (!ReferenceEquals(_reader.LocalName, _idAttribute) && !_reader.MoveToAttribute(_idAttribute))
            return -1;
        int length = _reader.ReadValueChunk(_nameBuffer, 0, _nameBuffer.Length);
        if (length is 0 or > 9)
            return -1;
        int id = 0;
        for (int i = 0; i < length; i++)
        {
            int digit = _nameBuffer[i] - '0';
            if (digit is < 0 or > 9)
                return -1;
            id = (id * 10) + digit;
        }
        return id;
    }

    /// <summary>Collects the text of the element and moves to its end.</summary>
    /// <param name="isEmpty">Whether it has no end tag.</param>
    public void ReadText(bool isEmpty)
    {
        _text.Clear();
        while (!isEmpty && Next())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    _text.Append();
                    break;
                case XmlNodeType.EndElement:
                    return;
                case XmlNodeType.Element:
                    SkipUnexpected();
                    break;
            }
        }
    }

    /// <summary>Moves to the end of an element that has text, without looking at it.</summary>
    public void SkipText(bool isEmpty)
    {
        while (!isEmpty && Next() && NodeType != XmlNodeType.EndElement)
        {
            if (NodeType == XmlNodeType.Element)
                SkipUnexpected();
            // The next move passes over the text, however long it is.
            _feed.IsUnlimited = NodeType == XmlNodeType.Text;
        }
        _feed.IsUnlimited = false;
    }

    /// <summary>Moves to the end of the element with everything inside it.</summary>
    public void SkipElement()
    {
        _reader.MoveToElement();
        if (_reader.IsEmptyElement)
            return;
        int depth = _reader.Depth;
        while (Next() && (NodeType != XmlNodeType.EndElement || _reader.Depth != depth))
        {
            if (_reader.Depth > MaxXmlDepth)
                throw new OversizedTokenException();
            _feed.IsUnlimited = NodeType == XmlNodeType.Text;
        }
        _feed.IsUnlimited = false;
    }

    /// <summary>Leaves out text that stands between elements, and tells it.</summary>
    public void SkipStrayText()
    {
        Tell(ClixmlProblemKind.Unexpected, "Text outside of any value was left out.");
        _text.Clear();
        _text.Append();
    }

    /// <summary>Leaves out an element that CLIXML does not have here, and tells it.</summary>
    public void SkipUnexpected()
    {
        _reader.MoveToElement();
        string name = _reader.LocalName;
        Tell(ClixmlProblemKind.Unexpected, $"<{(name.Length <= 60 ? name : name.Substring(0, 60))}> was not expected here and was left out.");
        SkipElement();
    }
}
