using System;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Binds the group of a rule.</summary>
internal sealed class GroupBinder(RuleScope scope)
{
    /// <summary>Binds the group.</summary>
    /// <param name="node">Its mapping; <see langword="null"/> for a rule without one.</param>
    /// <returns>The grouping; <see langword="null"/> where there is none or it has an error.</returns>
    public Grouping? Bind(YamlMapping? node)
    {
        if (node is null)
            return null;
        YamlEntry[] measures = node.Entries.Where(e => GroupKeys.Measures.Contains(e.Key.Value)).ToArray();
        YamlEntry[] thresholds = node.Entries.Where(e => CommonShapes.Thresholds.Contains(e.Key.Value)).ToArray();
        FieldReference[] by = node.Scalars("by").Select(s => FieldFinder.Find(scope, s)?.Reference).OfType<FieldReference>().ToArray();
        object? within = node.Find("within") is { } window ? Window(window) : null;
        // No measure or two were reported by shape.
        if (measures.Length != 1 || BindMeasure(measures[0]) is not { } measured)
            return null;
        Grouping grouping = measured with { By = by, Within = within };
        if (thresholds.Length == 0)
            return grouping;
        return BindThreshold(thresholds[0], grouping.Measure) is { } threshold
            ? grouping with { Comparison = OperatorTable.Find(thresholds[0].Key.Value)!.Operator, Threshold = threshold }
            : null;
    }

    /// <summary>Reads a window, and reports it where items have no time.</summary>
    /// <param name="entry">The key with its value.</param>
    /// <returns>A duration or reference to a setting; <see langword="null"/> with a report.</returns>
    public object? Window(YamlEntry entry)
    {
        NeedsTime(entry.Key);
        return entry.Value is YamlScalar scalar ? ReadValue(scalar, FactType.Duration, entry.Key.Value) : null;
    }

    private void NeedsTime(YamlScalar key)
    {
        if (scope.HasFields && !scope.Collections.All(c => c.IsTimed))
            scope.File.Report(DiagnosticCodes.NotTimed, key, $"'{key.Value}' needs items with a time; those of '{scope.Select}' have none.", DiagnosticCodes.NotTimed.Fix);
    }

    private Grouping? BindMeasure(YamlEntry entry)
    {
        switch (entry.Key.Value)
        {
            case "count":
                return new Grouping { Measure = Measure.Count };
            case "gap":
                NeedsTime(entry.Key);
                return new Grouping { Measure = Measure.Gap };
            case "ratio":
                return new ConditionBinder(scope, allowsGroup: false).Bind((entry.Value as YamlMapping)?.Find("of")?.Value) is { } of
                    ? new Grouping { Measure = Measure.Ratio, RatioOf = of }
                    : null;
            case "sequence":
                return BindSequence(entry.Value as YamlSequence);
            case "percentile":
                YamlMapping? mapping = entry.Value as YamlMapping;
                double? percentile = mapping?.Text("p") is { } p ? ValueText.Number(p) : null;
                return Field(mapping?.Scalar("field"), Measure.Percentile) is { } grouping && percentile is { } rank ? grouping with { Percentile = rank } : null;
            default:
                return Field(entry.Value as YamlScalar, (Measure)Enum.Parse(typeof(Measure), entry.Key.Value, ignoreCase: true));
        }
    }

    private Grouping? Field(YamlScalar? place, Measure measure)
    {
        if (place is null || FieldFinder.Find(scope, place) is not { } field)
            return null;
        if (measure == Measure.Distinct || field.Type is FactType.Number or FactType.Duration)
            return new Grouping { Measure = measure, MeasuredField = field.Reference };
        scope.File.Report(DiagnosticCodes.MeasureDoesNotFit, place,
            $"'{place.Value}' is {FactTypes.OneOf(field.Type)}; '{GroupKeys.Measures[(int)measure]}' needs a number or a duration.", DiagnosticCodes.MeasureDoesNotFit.Fix);
        return null;
    }

    private Grouping? BindSequence(YamlSequence? list)
    {
        YamlScalar[] ids = list?.Items.OfType<YamlScalar>().ToArray() ?? [];
        bool areKnown = ids.Count(id => scope.Rules.Knows(scope.File, id, DiagnosticCodes.UnknownRule)) == ids.Length;
        return ids.Length > 0 && areKnown ? new Grouping { Measure = Measure.Sequence, Sequence = ids.Select(id => id.Value).ToArray() } : null;
    }

    private object? BindThreshold(YamlEntry entry, Measure measure)
    {
        if (entry.Value is not YamlScalar scalar)
            return null;
        FactType type = scope.Group?.Find("measured")!.Type ?? FactType.Number;
        object? value = ReadValue(scalar, type, entry.Key.Value);
        if (measure != Measure.Ratio || value is not double share || (share >= 0 && share <= 1))
            return value;
        scope.File.Report(DiagnosticCodes.OutOfRange, scalar, "a ratio lies between 0 and 1.", DiagnosticCodes.OutOfRange.Fix);
        return null;
    }

    private object? ReadValue(YamlScalar scalar, FactType type, string key)
    {
        if (RuleScope.IsSetting(scalar))
        {
            if (scope.FindSetting(scalar) is not { } setting)
                return null;
            if (setting.Type == type)
                return new SettingReference(setting.Name);
            scope.File.Report(DiagnosticCodes.SettingType, scalar,
                $"setting '{setting.Name}' is {FactTypes.OneOf(setting.Type)}; '{key}' takes {FactTypes.OneOf(type)}.", DiagnosticCodes.SettingType.Fix);
            return null;
        }
        object? value = FactValues.Read(scalar, type);
        if (value is null && scalar.Kind != ScalarKind.Empty)
            scope.File.Report(DiagnosticCodes.WrongType, scalar, $"'{key}' takes {FactTypes.OneOf(type)} here.",
                type == FactType.Duration ? CommonShapes.Duration.FormWords : "write a decimal number without unit");
        return value;
    }
}
