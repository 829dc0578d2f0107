using System;
using System.Collections.Generic;

namespace MrsDiag.Sources.Clixml;

/// <summary>The type names that objects of one kind share, with what repeats itself among such objects.</summary>
internal sealed class TypeNameList
{
    private const string Prefix = "Deserialized.";

    // Few values of an enum occur, but some enums have many: a handful of places, overwritten in turn.
    private const int EnumPlaces = 8;

    private readonly EnumPlace[] _enums = new EnumPlace[EnumPlaces];
    private string[] _lastProperties = [];
    private int _nextEnum;

    private TypeNameList(string[] names, bool isTextSkipped)
    {
        Names = names;
        IsEnum = Array.IndexOf(names, "System.Enum") >= 0;
        IsTextSkipped = isTextSkipped;
    }

    /// <summary>No type names at all. A new one each time, since it also remembers property names.</summary>
    public static TypeNameList CreateEmpty() => new([], false);

    /// <summary>Most derived first, without the mark of remoting.</summary>
    public string[] Names { get; }

    /// <summary>Whether the objects are enum values.</summary>
    public bool IsEnum { get; }

    /// <summary>Whether what ToString gave for the objects is not kept.</summary>
    public bool IsTextSkipped { get; }

    /// <summary>Makes a list from the names as they stand in the file.</summary>
    /// <param name="written">The names, most derived first.</param>
    /// <param name="textless">Types whose text is not kept.</param>
    public static TypeNameList Create(List<string> written, HashSet<string> textless)
    {
        string[] names = new string[written.Count];
        for (int i = 0; i < names.Length; i++)
            names[i] = Strip(written[i]);
        return new TypeNameList(names, names.Length > 0 && textless.Contains(names[0]));
    }

    /// <summary>
    /// Copies a run of property names, or gives the array of the previous object of this type where the run is the same: of ten
    /// thousand report entries all have the same 25 names.
    /// </summary>
    public string[] Share(string[] names, int start, int count)
    {
        string[] last = _lastProperties;
        if (last.Length == count && IsSame(last, names, start))
            return last;
        string[] copy = new string[count];
        Array.Copy(names, start, copy, 0, count);
        return _lastProperties = copy;
    }

    /// <summary>Gives a node for an enum value, the same one again where it was met lately.</summary>
    public ClixmlNode ShareEnum(string? text, object number, bool isPartial)
    {
        // By reference: short texts come out of the text pool, small numbers are boxed once. A miss only costs a new node.
        foreach (EnumPlace known in _enums)
        {
            if (ReferenceEquals(known.Number, number) && ReferenceEquals(known.Text, text))
                return known.Node!;
        }
        ClixmlNode node = new(this) { Text = text };
        node.Complete(["value"], [number], Weights.Node, isPartial);
        if (!isPartial)
            _enums[_nextEnum++ % EnumPlaces] = new EnumPlace(text, number, node);
        return node;
    }

    // By reference: equal names are one string, they come out of the name pool.
    private static bool IsSame(string[] last, string[] names, int start)
    {
        for (int i = 0; i < last.Length; i++)
        {
            if (!ReferenceEquals(last[i], names[start + i]))
                return false;
        }
        return true;
    }

    // Once per name is the rule; a file that went through several sessions was seen to carry the mark once only, but costs nothing to loop.
    private static string Strip(string name)
    {
        while (name.StartsWith(Prefix, StringComparison.Ordinal))
            name = name.Substring(Prefix.Length);
        return name;
    }

    private readonly record struct EnumPlace(string? Text, object Number, ClixmlNode? Node);
}
