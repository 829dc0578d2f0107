using System;
using System.Collections.Generic;
using MrsDiag.Text;

namespace MrsDiag.Rules.Evaluation;

/// <summary>
/// All literal patterns of all rules in one automaton (Aho-Corasick), so that a text is read once however many rules look at it.
/// </summary>
internal sealed class PatternIndex
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _patterns = [];
    private readonly int[] _classOf = new int[char.MaxValue + 1];
    private int _classes = 1;
    private int[] _next = [];
    private int[][] _found = [];
    private bool _frozen;

    /// <summary>Number of distinct patterns.</summary>
    public int Count => _patterns.Count;

    /// <summary>Adds a pattern; equal ones share an id.</summary>
    /// <param name="literal">As a rule writes it; must not be empty once normalised.</param>
    /// <returns>Its id.</returns>
    public int Add(string literal)
    {
        if (_frozen)
            throw new InvalidOperationException("The index is built.");
        string pattern = TextNormalizer.Normalize(literal);
        if (_ids.TryGetValue(pattern, out int id))
            return id;
        id = _patterns.Count;
        _ids.Add(pattern, id);
        _patterns.Add(pattern);
        foreach (char c in pattern)
            if (_classOf[c] == 0)
                _classOf[c] = _classes++;
        return id;
    }

    /// <summary>The normalised text of a pattern.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The text.</returns>
    public string Pattern(int id) => _patterns[id];

    /// <summary>Builds the automaton; no pattern can be added afterwards.</summary>
    public void Freeze()
    {
        _frozen = true;
        List<int[]> rows = [new int[_classes]];
        List<List<int>> found = [[]];
        for (int id = 0; id < _patterns.Count; id++)
            found[Insert(_patterns[id], rows, found)].Add(id);
        Link(rows, found);
        _next = new int[rows.Count * _classes];
        _found = new int[rows.Count][];
        for (int state = 0; state < rows.Count; state++)
        {
            Array.Copy(rows[state], 0, _next, state * _classes, _classes);
            _found[state] = found[state].ToArray();
        }
    }

    /// <summary>Finds every pattern that a text holds.</summary>
    /// <param name="text">The text as it came; it is normalised on the way.</param>
    /// <returns>Ids, ascending, each once.</returns>
    public int[] Scan(string text)
    {
        SortedSet<int>? hits = null;
        int state = 0;
        CharFolding folding = new(text);
        while (folding.MoveNext())
        {
            state = _next[(state * _classes) + _classOf[folding.Current]];
            int[] found = _found[state];
            if (found.Length == 0)
                continue;
            hits ??= [];
            foreach (int id in found)
                hits.Add(id);
        }
        if (hits is null)
            return [];
        int[] result = new int[hits.Count];
        hits.CopyTo(result);
        return result;
    }

    private int Insert(string pattern, List<int[]> rows, List<List<int>> found)
    {
        int state = 0;
        foreach (char c in pattern)
        {
            int column = _classOf[c];
            if (rows[state][column] == 0)
            {
                rows[state][column] = rows.Count;
                rows.Add(new int[_classes]);
                found.Add([]);
            }
            state = rows[state][column];
        }
        return state;
    }

    // Breadth first: a state's missing transitions are those of its longest proper suffix. Class 0, a character of no pattern, stays at the root.
    private void Link(List<int[]> rows, List<List<int>> found)
    {
        int[] suffix = new int[rows.Count];
        Queue<int> queue = new();
        for (int column = 1; column < _classes; column++)
            if (rows[0][column] != 0)
                queue.Enqueue(rows[0][column]);
        while (queue.Count > 0)
        {
            int state = queue.Dequeue();
            for (int column = 1; column < _classes; column++)
            {
                int child = rows[state][column];
                int fallback = rows[suffix[state]][column];
                if (child == 0)
                {
                    rows[state][column] = fallback;
                    continue;
                }
                suffix[child] = fallback;
                found[child].AddRange(found[fallback]);
                queue.Enqueue(child);
            }
        }
    }
}
