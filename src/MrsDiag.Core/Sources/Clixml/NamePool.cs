using System;
using System.Collections.Generic;

namespace MrsDiag.Sources.Clixml;

/// <summary>
/// Property names by their characters, so that a name met a hundred thousand times is one string and is looked up in the skip list
/// once. The name that followed last time is tried first: objects of one type write theirs in the same order. Bounded: behind the
/// cap names are made anew, which only costs time.
/// </summary>
internal sealed class NamePool
{
    private const int MaxEntries = 8192;
    private const int Buckets = 4096;

    private readonly Entry?[] _buckets = new Entry?[Buckets];
    private readonly HashSet<string> _skipped;
    private Entry _previous = new(0, "", new PropertyName("", false), null);
    private int _count;

    public NamePool(IEnumerable<string> skipped) => _skipped = new HashSet<string>(skipped, StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds or makes the name that stands at the beginning of a buffer, escapes and all.</summary>
    public PropertyName Get(char[] buffer, int length)
    {
        Entry? entry = _previous.Follower;
        if (entry is null || !CharRun.Equals(entry.Written, buffer, length))
        {
            entry = Find(buffer, length);
            _previous.Follower = entry;
        }
        _previous = entry;
        return entry.Name;
    }

    private Entry Find(char[] buffer, int length)
    {
        uint hash = CharRun.Hash(buffer, length);
        uint bucket = hash % Buckets;
        for (Entry? entry = _buckets[bucket]; entry is not null; entry = entry.Next)
        {
            if (entry.Hash == hash && CharRun.Equals(entry.Written, buffer, length))
                return entry;
        }
        return Add(buffer, length, hash, bucket);
    }

    private Entry Add(char[] buffer, int length, uint hash, uint bucket)
    {
        string written = new(buffer, 0, length);
        string text = new(buffer, 0, EscapeDecoder.Decode(buffer, length));
        Entry entry = new(hash, written, new PropertyName(text, _skipped.Contains(text)), _buckets[bucket]);
        if (_count < MaxEntries)
        {
            _count++;
            _buckets[bucket] = entry;
        }
        return entry;
    }

    private sealed class Entry(uint hash, string written, PropertyName name, Entry? next)
    {
        public uint Hash { get; } = hash;

        public string Written { get; } = written;

        public PropertyName Name { get; } = name;

        /// <summary>The next one in the same bucket.</summary>
        public Entry? Next { get; } = next;

        /// <summary>The name that came after this one the last time.</summary>
        public Entry? Follower { get; set; }
    }
}
