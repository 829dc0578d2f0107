namespace MrsDiag.RulePacks.Yaml;

/// <summary>How a scalar is written.</summary>
internal enum ScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

/// <summary>What a scalar is, by the core schema of YAML 1.2; only plain scalars can be anything but text.</summary>
internal enum ScalarKind
{
    Text,
    Number,
    Boolean,
    Empty,
}

/// <summary>A text, number or truth value as written.</summary>
internal sealed class YamlScalar(string value, ScalarStyle style, int start, int end) : YamlNode(start, end)
{
    /// <summary>The value, escapes and folding resolved.</summary>
    public string Value { get; } = value;

    /// <summary>How it is written.</summary>
    public ScalarStyle Style { get; } = style;

    /// <summary>What it is.</summary>
    public ScalarKind Kind { get; } = style == ScalarStyle.Plain ? CoreSchema.KindOf(value) : ScalarKind.Text;

    public override string Words => Kind switch
    {
        ScalarKind.Number => "a number",
        ScalarKind.Boolean => "true or false",
        ScalarKind.Empty => "nothing",
        _ => "text",
    };
}
