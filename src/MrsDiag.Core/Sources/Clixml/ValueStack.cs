using System;

namespace MrsDiag.Sources.Clixml;

/// <summary>Names and values of everything that is open, in two arrays in step. An element's own values are the run from its start to the top.</summary>
internal sealed class ValueStack
{
    private string[] _names = new string[256];
    private object?[] _values = new object?[256];

    /// <summary>Index behind the last value.</summary>
    public int Top { get; private set; }

    public void Push(string name, object? value)
    {
        if (Top == _values.Length)
        {
            Array.Resize(ref _names, Top * 2);
            Array.Resize(ref _values, Top * 2);
        }
        _names[Top] = name;
        _values[Top++] = value;
    }

    /// <summary>The values from an index to the top.</summary>
    public object?[] Copy(int start)
    {
        if (Top == start)
            return [];
        object?[] copy = new object?[Top - start];
        Array.Copy(_values, start, copy, 0, copy.Length);
        return copy;
    }

    /// <summary>Their names, shared with the previous object of that type where they are the same.</summary>
    public string[] CopyNames(int start, TypeNameList types) => types.Share(_names, start, Top - start);

    /// <summary>The last value of a name from an index to the top.</summary>
    public bool TryFind(int start, string name, out object? value)
    {
        value = null;
        for (int i = Top - 1; i >= start; i--)
        {
            if (!string.Equals(_names[i], name, StringComparison.Ordinal))
                continue;
            value = _values[i];
            return true;
        }
        return false;
    }

    /// <summary>Drops the values from an index to the top.</summary>
    public void Clear(int start)
    {
        Array.Clear(_values, start, Top - start);
        Top = start;
    }
}
