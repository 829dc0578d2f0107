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
    private readonly char[] _buffer = new char[1024];
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

    /// <summary>The element's name as a property; <see langword="null"/> where it has none.</summary>
    public PropertyName? ReadName() => ReadAttributes(out _);

    /// <summary>The element's name as a property, and its RefId.</summary>
    /// <param name="id">The RefId; -1 where it has none or one that PowerShell does not write.</param>
    /// <returns>The name; <see langword="null"/> where it has none.</returns>
    public PropertyName? ReadAttributes(out int id)
    {
        id = -1;
        if (!_reader.MoveToFirstAttribute())
            return null;
        bool isName = ReferenceEquals(_reader.LocalName, _nameAttribute);
        // Only the last attribute looked at can be read in pieces, without a string: that is the name, where there is one.
        if (_reader.AttributeCount > 1)
        {
            if (_reader.MoveToAttribute(_idAttribute))
                id = Number(_reader.Value);
            isName = _reader.MoveToAttribute(_nameAttribute);
        }
        else if (!isName && ReferenceEquals(_reader.LocalName, _idAttribute))
        {
            id = Number(_buffer, _reader.ReadValueChunk(_buffer, 0, _buffer.Length));
        }
        return isName ? ReadNameValue() : null;
    }

    // A text comes in pieces and may be of any length.
    private void Append()
    {
        _feed.IsUnlimited = true;
        _text.Append();
        _feed.IsUnlimited = false;
    }

    private PropertyName ReadNameValue()
    {
        int length = _reader.ReadValueChunk(_buffer, 0, _buffer.Length);
        if (length >= _buffer.Length - 1)
            Tell(ClixmlProblemKind.TextCut, "A property name longer than a thousand characters was cut.");
        return _names.Get(_buffer, length);
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
                    Append();
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
        _text.Clear();
        Append();
        // The XML reader calls white space of more than some thousand characters a text.
        if (!_text.IsWhiteSpace)
            Tell(ClixmlProblemKind.Unexpected, "Text outside of any value was left out.");
    }

    /// <summary>Leaves out an element that CLIXML does not have here, and tells it.</summary>
    public void SkipUnexpected()
    {
        _reader.MoveToElement();
        string name = _reader.LocalName;
        Tell(ClixmlProblemKind.Unexpected, $"<{(name.Length <= 60 ? name : name.Substring(0, 60))}> was not expected here and was left out.");
        SkipElement();
    }

    private int Number(string text)
    {
        if (text.Length > _buffer.Length)
            return -1;
        text.CopyTo(0, _buffer, 0, text.Length);
        return Number(_buffer, text.Length);
    }

    private static int Number(char[] text, int length)
    {
        if (length is 0 or > 9)
            return -1;
        int number = 0;
        for (int i = 0; i < length; i++)
        {
            if (text[i] is < '0' or > '9')
                return -1;
            number = (number * 10) + (text[i] - '0');
        }
        return number;
    }
}
