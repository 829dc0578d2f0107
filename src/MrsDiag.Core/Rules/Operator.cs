namespace MrsDiag.Rules;

/// <summary>What a leaf condition does with its field. The table is <see cref="OperatorTable"/>.</summary>
public enum Operator
{
    /// <summary>The whole value, text without regard to case.</summary>
    Equals,

    /// <summary>One of a list.</summary>
    In,

    /// <summary>The text holds this text.</summary>
    Contains,

    /// <summary>The text begins with this text.</summary>
    StartsWith,

    /// <summary>The text ends with this text.</summary>
    EndsWith,

    /// <summary>Wildcards: <c>*</c> and <c>?</c>.</summary>
    Like,

    /// <summary>A regular expression, with a time limit.</summary>
    Match,

    /// <summary>Greater than.</summary>
    Gt,

    /// <summary>Greater than or equal.</summary>
    Gte,

    /// <summary>Less than.</summary>
    Lt,

    /// <summary>Less than or equal.</summary>
    Lte,

    /// <summary>The field has a value (<c>true</c>) or is missing (<c>false</c>).</summary>
    Exists,
}
