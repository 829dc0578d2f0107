using System;
using System.Globalization;
using System.Linq;

namespace MrsDiag.Sources.Clixml;

/// <summary>
/// Builds values from opening, adding and closing. Values of open elements stand on one stack; an object copies its run off the top
/// when it closes, so no element needs a collection of its own while it grows.
/// </summary>
internal sealed class TreeBuilder
{
    private readonly ReferenceTable _references;
    private readonly long _maxObjectBytes;
    private readonly TypeNameList _untyped = TypeNameList.CreateEmpty();
    private readonly ValueStack _stack = new();

    private Frame[] _frames = [];
    private int _depth;
    private long _weight;
    private object? _output;

    public TreeBuilder(ReferenceTable references, long maxObjectBytes)
    {
        _references = references;
        _maxObjectBytes = maxObjectBytes;
        Top = Push(FrameKind.Document);
    }

    /// <summary>Objects open, one in the other.</summary>
    public int ObjectDepth { get; private set; }

    /// <summary>Whether the object of the top level has outgrown its limit; what would be added is to be left out.</summary>
    public bool IsFull => _weight > _maxObjectBytes;

    /// <summary>What the innermost open element is.</summary>
    public FrameKind Open => Top.Kind;

    /// <summary>Whether the open object is of a type whose text is not kept.</summary>
    public bool IsTextSkipped => Top.Types is { IsTextSkipped: true };

    /// <summary>Whether a finished value waits to be taken.</summary>
    public bool HasOutput { get; private set; }

    // Whether values added now go out by themselves, as elements of the top level.
    private bool IsAtOutput => Top.Kind == FrameKind.Document || Top.IsStreamed;

    private Frame Top { get; set; }

    /// <summary>Takes the finished value.</summary>
    public bool TryTake(out object? value)
    {
        value = _output;
        bool had = HasOutput;
        _output = null;
        HasOutput = false;
        return had;
    }

    /// <summary>Opens an object.</summary>
    /// <param name="name">Its name in the parent.</param>
    /// <param name="isSkipped">Whether it is built for references only, not given to the parent.</param>
    /// <param name="refId">Its RefId; -1 where it has none.</param>
    public void OpenObject(string? name, bool isSkipped, int refId)
    {
        if (IsAtOutput)
            _weight = 0;
        Push(FrameKind.Object).OpenObject(name, isSkipped, refId);
        ObjectDepth++;
    }

    /// <summary>Opens what holds values inside an object.</summary>
    public void OpenContainer(FrameKind kind)
    {
        if (kind is FrameKind.Properties or FrameKind.Dictionary)
            EnsureNode();
        bool isStreamed = kind == FrameKind.List && EnsureList();
        Push(kind).IsStreamed = isStreamed;
    }

    /// <summary>Sets what ToString gave for the open object.</summary>
    public void SetText(string text)
    {
        Top.Text = text;
        if (Top.Node is { } node)
            node.Text = text;
        _weight += Weights.Of(text);
    }

    /// <summary>Sets the type names of the open object; they stand before its values.</summary>
    public void SetTypes(TypeNameList types) => Top.Types = types;

    /// <summary>Gives a value to the innermost open element.</summary>
    /// <param name="name">Its name; <see langword="null"/> where it has none.</param>
    /// <param name="value">The value.</param>
    /// <param name="weight">Estimated bytes that come with it; 0 for an object, which counted itself.</param>
    public void Add(string? name, object? value, int weight)
    {
        _weight += Weights.Slot + weight;
        Frame top = Top;
        if (top.Kind == FrameKind.Properties)
            _stack.Push(name ?? "", value);
        else if (IsAtOutput)
            Emit(value);
        else if (top.Kind == FrameKind.Object && name is null)
            top.Primitive = value;
        else
            _stack.Push(name ?? "", value);
    }

    /// <summary>Closes the innermost open element.</summary>
    /// <param name="isPartial">Whether it is closed because the input broke off.</param>
    public void Close(bool isPartial = false)
    {
        Frame closed = Top;
        switch (closed.Kind)
        {
            case FrameKind.Object:
                CloseObject(isPartial);
                break;
            case FrameKind.List:
                object?[] items = closed.IsStreamed ? [] : _stack.Copy(closed.Start);
                Pop();
                Top.List?.Complete(items, isPartial);
                break;
            case FrameKind.Entry:
                CloseEntry(isPartial);
                break;
            default:
                // Properties and dictionaries leave their values to the object around them.
                Leave();
                break;
        }
    }

    private void CloseObject(bool isPartial)
    {
        Frame closed = Top;
        object value = Finish(closed, isPartial);
        string? name = closed.Name;
        bool isStreamed = closed.List is not null && _depth == 2;
        bool isSkipped = closed.IsSkipped || isStreamed;
        Pop();
        ObjectDepth--;
        if (!isSkipped && !(isPartial && IsAtOutput && IsHollow(value)))
            Add(name, value, 0);
    }

    private object Finish(Frame closed, bool isPartial)
    {
        if (closed.List is { } list)
        {
            bool hasProperties = _stack.Top > closed.Start;
            ClixmlNode? properties = hasProperties ? FinishNode(closed, NewNode(), isPartial) : null;
            list.Finish(properties, _weight - closed.StartWeight, isPartial);
            return list;
        }
        if (closed.Primitive is not { } primitive)
        {
            EnsureNode();
            return FinishNode(closed, closed.Node!, isPartial);
        }
        // Either a primitive with note properties around it, a string from Get-Content for example (the notes are of no use here),
        // or an enum: the name in ToString, the number inside. The same few enum values come again and again.
        object value = !IsEnum(closed, primitive) ? primitive
            : closed.Types is { } types && _stack.Top == closed.Start ? types.ShareEnum(closed.Text, primitive, isPartial)
            : FinishNode(closed, closed.Node ?? NewNode(), isPartial);
        Register(value);
        return value;
    }

    private ClixmlNode FinishNode(Frame closed, ClixmlNode node, bool isPartial)
    {
        if (closed.Primitive is { } number)
            _stack.Push("value", number);
        _weight += Weights.Node;
        string[] names = _stack.CopyNames(closed.Start, node.Types);
        node.Complete(names, _stack.Copy(closed.Start), _weight - closed.StartWeight, isPartial);
        return node;
    }

    private static bool IsEnum(Frame closed, object primitive)
    {
        if (closed.Types is { IsEnum: true })
            return true;
        // Without the type names a text that is no number tells.
        return closed.Text is { Length: > 0 } text && char.IsLetter(text[0]) && primitive is int or long or byte or short or uint;
    }

    private void CloseEntry(bool isPartial)
    {
        int start = Top.Start;
        bool hasKey = _stack.TryFind(start, "Key", out object? key);
        bool hasValue = _stack.TryFind(start, "Value", out object? value);
        Pop();
        string? name = key is IObjectView view ? view.Text : Convert.ToString(key, CultureInfo.InvariantCulture);
        if (hasKey && !string.IsNullOrEmpty(name) && (hasValue || !isPartial))
            Add(name, value, 0);
    }

    private void EnsureNode()
    {
        if (Top.Node is not null || Top.List is not null)
            return;
        Top.Node = NewNode();
        Register(Top.Node);
    }

    // Gives whether the elements go out one by one: those of the outermost object, which is then never whole and cannot be referred to.
    private bool EnsureList()
    {
        bool isOutermost = _depth == 2;
        if (Top.List is null)
        {
            Top.List = new ClixmlList();
            if (!isOutermost)
                Register(Top.List);
        }
        return isOutermost;
    }

    private ClixmlNode NewNode() => new(Top.Types ?? _untyped) { Text = Top.Text };

    private void Register(object value)
    {
        if (Top.RefId >= 0)
            _references.Set(Top.RefId, value);
    }

    private static bool IsHollow(object value) => value switch
    {
        ClixmlNode node => !node.PropertyNames.Any(),
        ClixmlList list => list.Count == 0,
        _ => false,
    };

    private Frame Push(FrameKind kind)
    {
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth + 32);
            for (int i = _depth; i < _frames.Length; i++)
                _frames[i] = new Frame();
        }
        Frame frame = _frames[_depth++];
        frame.Open(kind, _stack.Top, _weight);
        return Top = frame;
    }

    // Drops the values of the innermost element with it.
    private void Pop()
    {
        _stack.Clear(Top.Start);
        Leave();
    }

    private void Leave()
    {
        Top.Release();
        _depth--;
        Top = _frames[_depth - 1];
    }

    private void Emit(object? value)
    {
        _output = value;
        HasOutput = true;
        _references.EndObject(_weight);
        _weight = 0;
    }
}
