namespace MrsDiag.Sources.Clixml;

/// <summary>What an open element collects.</summary>
internal enum FrameKind : byte
{
    Document,
    Object,
    Properties,
    List,
    Dictionary,
    Entry,
}

/// <summary>An element that was opened and not yet closed. Mutable on purpose: it lives in an array and is reused.</summary>
internal struct Frame
{
    public FrameKind Kind;

    /// <summary>The value is built, so that others can refer to it, but not given to the parent.</summary>
    public bool IsSkipped;

    /// <summary>A list of the top level: elements go out one by one.</summary>
    public bool IsStreamed;

    /// <summary>RefId; -1 where it has none.</summary>
    public int RefId;

    /// <summary>Index of its first value on the value stack.</summary>
    public int Start;

    /// <summary>Weight of the builder when it was opened.</summary>
    public long StartWeight;

    /// <summary>Name under which the parent gets it.</summary>
    public string? Name;

    public string? Text;

    public TypeNameList? Types;

    public ClixmlNode? Node;

    public ClixmlList? List;

    /// <summary>The primitive inside an object: an enum's number, a wrapped string.</summary>
    public object? Primitive;
}
