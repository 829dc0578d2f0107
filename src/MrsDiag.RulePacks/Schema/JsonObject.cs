using System.Collections;
using System.Collections.Generic;

namespace MrsDiag.RulePacks.Schema;

/// <summary>A JSON object whose members keep their order.</summary>
internal sealed class JsonObject : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> _members = [];

    /// <summary>The members in order.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Members => _members;

    /// <summary>Adds a member.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public void Add(string name, object value) => _members.Add(new(name, value));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
