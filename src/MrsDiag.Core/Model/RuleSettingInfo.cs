namespace MrsDiag;

/// <summary>One threshold of a rule. Values are written as <c>-Setting</c> and overlays take them.</summary>
public sealed class RuleSettingInfo
{
    /// <summary>Full name, for example <c>MRS3001.window</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>Number, Duration or TextList.</summary>
    public Facts.FactType Type { get; set; }

    /// <summary>The value in force, for example <c>45m</c>.</summary>
    public string Value { get; set; } = "";

    /// <summary>The value unless changed.</summary>
    public string Default { get; set; } = "";

    /// <summary>Lowest value allowed; empty: no limit.</summary>
    public string Minimum { get; set; } = "";

    /// <summary>Highest value allowed; empty: no limit.</summary>
    public string Maximum { get; set; } = "";

    /// <summary>Unit of a number; empty without one.</summary>
    public string Unit { get; set; } = "";

    /// <summary>What it means.</summary>
    public string Description { get; set; } = "";

    /// <summary>One line.</summary>
    /// <returns><c>MRS3001.window = 45m</c></returns>
    public override string ToString() => Name + " = " + Value;
}
