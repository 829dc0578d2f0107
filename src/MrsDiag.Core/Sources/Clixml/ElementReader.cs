using System.Globalization;
using System.Xml;

namespace MrsDiag.Sources.Clixml;

/// <summary>Reads the element that the cursor stands on into the builder. Elements that hold others are only opened here.</summary>
internal sealed class ElementReader(XmlCursor cursor, TreeBuilder builder, ReferenceTable references, ClixmlReaderOptions options)
{
    private readonly TypeNameTable _types = new(options.SkippedTexts);
    private readonly Primitives _primitives = new();
    private bool _isFullTold;

    /// <summary>Reads one element. Values move to their end; an object or a container stays open until its end tag.</summary>
    public void Read()
    {
        ElementKind kind = ElementKinds.Of(cursor.LocalName);
        switch (kind)
        {
            case ElementKind.Unknown:
                cursor.SkipUnexpected();
                break;
            case ElementKind.TypeNames or ElementKind.TypeNamesReference or ElementKind.ToStringText:
                ReadHeader(kind);
                break;
            case ElementKind.Properties:
                OpenContainer(FrameKind.Properties, within: FrameKind.Object);
                break;
            case ElementKind.List:
                OpenContainer(FrameKind.List, within: FrameKind.Object);
                break;
            case ElementKind.Dictionary:
                OpenContainer(FrameKind.Dictionary, within: FrameKind.Object);
                break;
            case ElementKind.Entry:
                OpenContainer(FrameKind.Entry, within: FrameKind.Dictionary);
                break;
            default:
                ReadValue(kind);
                break;
        }
    }

    private void OpenContainer(FrameKind kind, FrameKind within)
    {
        if (builder.Open != within)
        {
            cursor.SkipUnexpected();
            return;
        }
        builder.OpenContainer(kind);
        if (cursor.IsEmptyElement)
            builder.Close();
    }

    private void ReadHeader(ElementKind kind)
    {
        if (builder.Open != FrameKind.Object)
        {
            cursor.SkipUnexpected();
            return;
        }
        bool isEmpty = cursor.IsEmptyElement;
        if (kind == ElementKind.ToStringText)
        {
            ReadToString(isEmpty);
            return;
        }
        cursor.ReadAttributes(out int id);
        if (kind == ElementKind.TypeNames)
        {
            builder.SetTypes(_types.Read(cursor, id, isEmpty));
            return;
        }
        if (_types.TryGet(id, out TypeNameList? types))
            builder.SetTypes(types!);
        else
            cursor.Tell(ClixmlProblemKind.UnresolvedReference, $"Type names {Number(id)} are not known; the object has none.");
        cursor.SkipText(isEmpty);
    }

    private void ReadToString(bool isEmpty)
    {
        if (builder.IsTextSkipped)
        {
            cursor.SkipText(isEmpty);
            return;
        }
        cursor.ReadText(isEmpty);
        TellCut();
        builder.SetText((string)_primitives.Convert(ElementKind.Text, cursor.Text.Buffer, cursor.Text.Length, out _));
    }

    private void ReadValue(ElementKind kind)
    {
        if (builder.Open == FrameKind.Dictionary)
        {
            cursor.SkipUnexpected();
            return;
        }
        if (builder.IsFull)
        {
            SkipFull();
            return;
        }
        switch (kind)
        {
            case ElementKind.Object:
                OpenObject();
                break;
            case ElementKind.Reference:
                ReadReference();
                break;
            case ElementKind.Progress:
                ReadProgress();
                break;
            default:
                ReadPrimitive(kind);
                break;
        }
    }

    private void OpenObject()
    {
        bool isEmpty = cursor.IsEmptyElement;
        if (builder.ObjectDepth >= options.MaxDepth)
        {
            cursor.Tell(ClixmlProblemKind.NestingCut, $"Objects nested deeper than {Number(options.MaxDepth)} levels were left out.");
            cursor.SkipElement();
            return;
        }
        if (builder.ObjectDepth == 0)
            _isFullTold = false;
        PropertyName? name = cursor.ReadAttributes(out int id);
        builder.OpenObject(name?.Text, name is { IsSkipped: true }, id);
        if (isEmpty)
            builder.Close();
    }

    private void ReadReference()
    {
        bool isEmpty = cursor.IsEmptyElement;
        PropertyName? name = cursor.ReadAttributes(out int id);
        cursor.SkipText(isEmpty);
        if (name is { IsSkipped: true })
            return;
        object? value = references.Find(id);
        if (value is null)
            cursor.Tell(ClixmlProblemKind.UnresolvedReference, $"Ref {Number(id)} names an object that is unknown or no longer kept; it was read as null.");
        builder.Add(name?.Text, value, 0);
    }

    private void ReadPrimitive(ElementKind kind)
    {
        bool isEmpty = cursor.IsEmptyElement;
        PropertyName? name = cursor.ReadName();
        if (name is { IsSkipped: true })
        {
            cursor.SkipText(isEmpty);
        }
        else if (kind is ElementKind.Null or ElementKind.Secret)
        {
            cursor.SkipText(isEmpty);
            // What ToString of a SecureString gives. Its text never enters this process's strings, not even encrypted.
            builder.Add(name?.Text, kind == ElementKind.Null ? null : "System.Security.SecureString", 0);
        }
        else
        {
            ReadText(kind, name?.Text, isEmpty);
        }
    }

    private void ReadText(ElementKind kind, string? name, bool isEmpty)
    {
        cursor.ReadText(isEmpty);
        // Half a number or half a byte array is worse than none.
        if (TellCut() && kind != ElementKind.Text)
            return;
        object value = _primitives.Convert(kind, cursor.Text.Buffer, cursor.Text.Length, out bool isGood);
        if (!isGood)
            cursor.Tell(ClixmlProblemKind.BadValue, $"A value of '{name}' does not have the form of {kind}; it is given as text.");
        builder.Add(name, value, Weights.Of(value));
    }

    private void ReadProgress()
    {
        bool isEmpty = cursor.IsEmptyElement;
        PropertyName? name = cursor.ReadName();
        builder.OpenObject(name?.Text, name is { IsSkipped: true }, -1);
        builder.SetTypes(ProgressNames.Types);
        builder.OpenContainer(FrameKind.Properties);
        while (!isEmpty && cursor.Next() && cursor.NodeType != XmlNodeType.EndElement)
        {
            if (cursor.NodeType != XmlNodeType.Element)
                continue;
            string element = cursor.LocalName;
            ReadText(ProgressNames.KindOf(element), ProgressNames.Of(element), cursor.IsEmptyElement);
        }
        builder.Close();
        builder.Close();
    }

    private void SkipFull()
    {
        if (!_isFullTold)
            cursor.Tell(ClixmlProblemKind.ObjectCut, "This object is larger than the limit; the rest of it was left out.");
        _isFullTold = true;
        cursor.SkipElement();
    }

    private bool TellCut()
    {
        if (cursor.Text.IsCut)
            cursor.Tell(ClixmlProblemKind.TextCut, $"A text longer than {Number(options.MaxTextLength)} characters was cut.");
        return cursor.Text.IsCut;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
