using System;
using System.Collections.Generic;
using System.Xml;

namespace MrsDiag.Sources.Clixml;

/// <summary>
/// Type name lists by RefId, over the whole file: a list is written once, at its first object. Bounded, since a file decides how many
/// there are.
/// </summary>
internal sealed class TypeNameTable(IEnumerable<string> textless)
{
    private const int MaxCharacters = 4 * 1024 * 1024;
    private const int LongestName = 2048;
    private const int MostNames = 64;

    private readonly Dictionary<int, TypeNameList> _lists = [];
    private readonly List<string> _names = [];
    private readonly HashSet<string> _textless = new(textless, StringComparer.OrdinalIgnoreCase);
    private int _characters;

    /// <summary>Reads the names inside a TN element and moves to its end.</summary>
    public TypeNameList Read(XmlCursor cursor, int id, bool isEmpty)
    {
        _names.Clear();
        while (!isEmpty && cursor.Next() && cursor.NodeType != XmlNodeType.EndElement)
        {
            if (cursor.NodeType != XmlNodeType.Element)
                continue;
            cursor.ReadText(cursor.IsEmptyElement);
            if (_names.Count < MostNames && cursor.Text.Length <= LongestName)
                _names.Add(new string(cursor.Text.Buffer, 0, EscapeDecoder.Decode(cursor.Text.Buffer, cursor.Text.Length)));
        }
        TypeNameList list = TypeNameList.Create(_names, _textless);
        foreach (string name in _names)
            _characters += name.Length + 32;
        if (id >= 0 && _characters <= MaxCharacters)
            _lists[id] = list;
        return list;
    }

    /// <summary>Finds a list that was read before.</summary>
    public bool TryGet(int id, out TypeNameList? list) => _lists.TryGetValue(id, out list);
}
