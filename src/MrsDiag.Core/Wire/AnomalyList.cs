using System.Collections.Generic;

namespace MrsDiag.Wire;

// What was tolerated, each told once. Bounded in number and length: the texts quote what a hostile server sent.
internal sealed class AnomalyList
{
    private const int Most = 32;
    private readonly List<string> _items = [];

    public IReadOnlyList<string> Items => _items;

    public void Add(string text)
    {
        if (_items.Count < Most && !_items.Contains(text))
            _items.Add(text);
    }

    public void Add(string text, string quoted) => Add(text + " " + WireText.Clean(quoted, 40));
}
