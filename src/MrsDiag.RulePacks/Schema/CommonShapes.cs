using System.Collections.Generic;
using MrsDiag.RulePacks.Binding;
using MrsDiag.RulePacks.Reporting;

namespace MrsDiag.RulePacks.Schema;

/// <summary>Shapes that several tables share.</summary>
internal static class CommonShapes
{
    public static readonly TextShape Text = new();

    public static readonly ListShape TextList = new(Text);

    public static readonly BooleanShape Boolean = new();

    public static readonly BooleanShape OnlyTrue = new(OnlyTrue: true);

    public static readonly TextShape RuleId = new("rule id")
    {
        Pattern = "^MRS[1-9][0-9]{3}$",
        FormWords = "a rule id is MRS and four digits; MRS0xxx is reserved for findings about the input",
        Examples = ["MRS3001"],
    };

    public static readonly TextShape RuleIdOrEmpty = RuleId with
    {
        Name = "rule id or ''",
        Pattern = "^(MRS[1-9][0-9]{3})?$",
        MayBeEmpty = true,
    };

    public static readonly TextShape SettingName = new("setting name")
    {
        Pattern = "^[a-z][A-Za-z0-9]*$",
        FormWords = "letters and digits, beginning with a lower case letter",
        Examples = ["window"],
    };

    public static readonly TextShape SettingOfRule = new("rule setting")
    {
        Pattern = @"^MRS[1-9][0-9]{3}\.[a-z][A-Za-z0-9]*$",
        FormWords = "settings of rules are written MRS3001.window",
        Examples = ["MRS3001.window"],
    };

    public static readonly TextShape SettingReference = new("${setting}")
    {
        Pattern = @"^\$\{[a-z][A-Za-z0-9]*\}$",
        FormWords = "${name} with the name of a setting",
        FormCode = DiagnosticCodes.WrongType,
        Examples = ["${window}"],
    };

    public static readonly TextShape Duration = new("duration")
    {
        Pattern = "^([0-9]+(ms|s|m|h|d))+$",
        FormWords = "a duration is written 90s, 30m, 2h, 1d, or combined 1h30m",
        FormCode = DiagnosticCodes.WrongType,
        Check = text => ValueText.Duration(text) is not null,
        Examples = ["45m", "2h"],
    };

    public static readonly TextShape Time = new("time")
    {
        Pattern = @"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?$",
        FormWords = "a time is written 2024-05-01T10:00:00Z; without Z or offset it is UTC",
        FormCode = DiagnosticCodes.WrongType,
        Check = text => ValueText.Time(text) is not null,
        Examples = ["2024-05-01T10:00:00Z"],
    };

    public static readonly TextShape Version = new("version")
    {
        Pattern = @"^[0-9]{1,9}(\.[0-9]{1,9}){0,3}$",
        FormWords = "a version is written 15.0.847 or 15.1",
        FormCode = DiagnosticCodes.WrongType,
        TakesNumber = true,
        Check = text => ValueText.Version(text) is not null,
        Examples = ["15.0.847"],
    };

    public static readonly Shape DurationOrSetting = new ChoiceShape(Duration, SettingReference);

    public static readonly Shape Threshold = new ChoiceShape(new NumberShape(), Duration, SettingReference);

    public static readonly Shape SettingValue = new ChoiceShape(new NumberShape(), Duration, TextList);

    public static readonly IReadOnlyList<string> Thresholds = ["gt", "gte", "lt", "lte"];

}
