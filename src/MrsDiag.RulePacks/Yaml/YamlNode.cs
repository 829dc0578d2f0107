namespace MrsDiag.RulePacks.Yaml;

/// <summary>A node of the tree that binding works on. It knows its place in the text and nothing of YamlDotNet.</summary>
internal abstract class YamlNode(int start, int end)
{
    /// <summary>Index of its first character. Of a block scalar that is the first character of its text, not the indicator.</summary>
    public int Start { get; } = start;

    /// <summary>Index behind its last character; of a block collection, behind its first key or item.</summary>
    public int End { get; } = end;

    /// <summary>What it is, for messages.</summary>
    public abstract string Words { get; }
}

/// <summary>A node that was refused already (an alias); nothing more is said about it.</summary>
internal sealed class YamlRefusedNode(int start, int end) : YamlNode(start, end)
{
    public override string Words => "nothing";
}
