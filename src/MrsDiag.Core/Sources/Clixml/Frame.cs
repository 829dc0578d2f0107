namespace MrsDiag.Sources.Clixml;

/// <summary>An element that was opened and not yet closed. Reused for every element at its depth.</summary>
internal sealed class Frame
{
    public FrameKind Kind { get; private set; }

    /// <summary>Name under which the parent gets the value.</summary>
    public string? Name { get; private set; }

    /// <summary>The value is built, so that others can refer to it, but not given to the parent.</summary>
    public bool IsSkipped { get; private set; }

    /// <summary>RefId; -1 where it has none.</summary>
    public int RefId { get; private set; }

    /// <summary>A list of the top level: elements go out one by one.</summary>
    public bool IsStreamed { get; set; }

    /// <summary>Index of its first value on the value stack.</summary>
    public int Start { get; private set; }

    /// <summary>Weight of the builder when it was opened.</summary>
    public long StartWeight { get; private set; }

    public string? Text { get; set; }

    public TypeNameList? Types { get; set; }

    public ClixmlNode? Node { get; set; }

    public ClixmlList? List { get; set; }

    /// <summary>The primitive inside an object: an enum's number, a wrapped string.</summary>
    public object? Primitive { get; set; }

    public void Open(FrameKind kind, int start, long startWeight)
    {
        Kind = kind;
        Start = start;
        StartWeight = startWeight;
        IsStreamed = false;
    }

    public void OpenObject(string? name, bool isSkipped, int refId)
    {
        Name = name;
        IsSkipped = isSkipped;
        RefId = refId;
    }

    /// <summary>Lets go of what it held.</summary>
    public void Release()
    {
        Text = null;
        Types = null;
        Node = null;
        List = null;
        Primitive = null;
    }
}
