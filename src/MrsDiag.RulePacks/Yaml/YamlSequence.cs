using System.Collections.Generic;

namespace MrsDiag.RulePacks.Yaml;

/// <summary>A list.</summary>
internal sealed class YamlSequence(IReadOnlyList<YamlNode> items, bool isFlow, int start, int end) : YamlNode(start, end)
{
    /// <summary>The items in file order.</summary>
    public IReadOnlyList<YamlNode> Items { get; } = items;

    /// <summary>Whether it is written in brackets.</summary>
    public bool IsFlow { get; } = isFlow;

    public override string Words => "a list";
}
