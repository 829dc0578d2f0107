using System;
using System.Collections.Generic;

namespace MrsDiag.Sources.Clixml;

/// <summary>
/// Finds objects by RefId over the whole file without keeping the whole file. Everything of the object being read is kept; of earlier
/// ones the latest, up to a share of the cap; what was once referred to from a later object (a database that all mailboxes name) is
/// pinned, up to another share.
/// </summary>
internal sealed class ReferenceTable(long cap)
{
    private const int LargestGap = 64;

    private readonly Queue<(int End, long Weight)> _finished = new();
    private readonly Dictionary<int, object> _pinned = [];
    private readonly Dictionary<int, object> _strays = [];

    // PowerShell numbers objects in the order of their start tags, so a window of slots beats a dictionary by far.
    private object?[] _slots = new object?[1024];
    private int _first;
    private int _count;
    private int _currentStart;
    private long _retained;
    private long _pinnedWeight;
    private long _strayWeight;
    private bool _hasNewStrays;

    /// <summary>Makes an object findable.</summary>
    public void Set(int id, object value)
    {
        if (_count == 0)
            _first = _currentStart = id;
        long position = (long)id - _first;
        if (position < 0 || position > _count + LargestGap)
        {
            _strays[id] = value;
            _hasNewStrays = true;
            return;
        }
        while (position >= _slots.Length)
            Grow();
        // A gap comes from objects that were left out; its slots are empty, since evicted ones are cleared.
        _count = Math.Max(_count, (int)position + 1);
        _slots[Slot(id)] = value;
    }

    /// <summary>Finds an object.</summary>
    /// <returns>The object, or <see langword="null"/> where it is not, or no longer, known.</returns>
    public object? Find(int id)
    {
        long position = (long)id - _first;
        if (position >= 0 && position < _count && _slots[Slot(id)] is { } value)
        {
            if (id < _currentStart)
                Pin(id, value);
            return value;
        }
        return _strays.TryGetValue(id, out object? stray) || _pinned.TryGetValue(id, out stray) ? stray : null;
    }

    /// <summary>Says that one object of the top level is complete, with the estimated bytes it takes.</summary>
    public void EndObject(long weight)
    {
        // So that many tiny ones do not make the queue itself large.
        weight += 64;
        int end = _first + _count;
        _currentStart = end;
        if (_hasNewStrays && (_strayWeight += weight) > cap / 4)
        {
            _strays.Clear();
            _strayWeight = 0;
        }
        _hasNewStrays = false;
        _finished.Enqueue((end, weight));
        _retained += weight;
        // The one just finished stays whatever its size: what refers back most often refers to the object before.
        while (_retained > cap / 2 && _finished.Count > 1)
            Evict();
    }

    private void Evict()
    {
        (int end, long weight) = _finished.Dequeue();
        for (; _first < end && _count > 0; _first++, _count--)
            _slots[Slot(_first)] = null;
        _retained -= weight;
    }

    private void Pin(int id, object value)
    {
        long weight = value switch { ClixmlNode node => node.Weight, ClixmlList list => list.Weight, _ => 64 };
        if (weight > cap / 16 || _pinned.ContainsKey(id))
            return;
        if ((_pinnedWeight += weight + 64) > cap / 4)
        {
            _pinned.Clear();
            _pinnedWeight = weight + 64;
        }
        _pinned[id] = value;
    }

    private int Slot(int id) => id & (_slots.Length - 1);

    private void Grow()
    {
        object?[] old = _slots;
        _slots = new object?[old.Length * 2];
        for (int id = _first; id < _first + _count; id++)
            _slots[Slot(id)] = old[id & (old.Length - 1)];
    }
}
