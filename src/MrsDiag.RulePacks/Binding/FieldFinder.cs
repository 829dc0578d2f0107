using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Finds the fields that a rule names: in the selected collection, in the parent, in the group; in every source.</summary>
internal static class FieldFinder
{
    /// <summary>Finds a field and reports where it is not there.</summary>
    /// <param name="scope">The rule.</param>
    /// <param name="place">The scalar that names it.</param>
    /// <param name="allowsGroup">Whether values of the group may stand here.</param>
    /// <returns>The field, or <see langword="null"/>.</returns>
    public static ResolvedField? Find(RuleScope scope, YamlScalar place, bool allowsGroup = false)
    {
        if (!scope.HasFields || place.Kind == ScalarKind.Empty)
            return null;
        string written = place.Value;
        string prefix = PrefixOf(written);
        if (prefix == GroupValues.Prefix)
            return FindGroupValue(scope, place, allowsGroup);
        bool isParent = IsParent(scope, written);
        FactField?[] fields = Lookup(scope, written, isParent).ToArray();
        if (fields.All(f => f is null))
        {
            if (scope.File.SkipsError())
                return null;
            IReadOnlyCollection<string> names = isParent ? ParentNames(scope) : ItemNames(scope);
            scope.File.Report(DiagnosticCodes.UnknownField, place, $"there is no field '{ScalarCheck.Show(written)}' in {Place(scope, isParent, prefix)}.{Suggestion.For(written, names)}",
                "fields here: " + Suggestion.List(names));
            return null;
        }
        if (ReportDifference(scope, place, fields))
            return null;
        string name = isParent ? written.Substring(prefix.Length + 1) : written;
        return new ResolvedField(new FieldReference(isParent ? FieldScope.Parent : FieldScope.Item, name), fields.Select(f => f!).ToArray());
    }

    /// <summary>The type of a field of the first source, without any report.</summary>
    /// <param name="scope">The rule.</param>
    /// <param name="written">The field as written.</param>
    /// <returns>The type, or <see langword="null"/>.</returns>
    public static FactType? TypeOf(RuleScope scope, string written)
    {
        return scope.HasFields ? Lookup(scope, written, IsParent(scope, written)).First()?.Type : null;
    }

    /// <summary>Whether one source at least has a field.</summary>
    /// <param name="scope">The rule.</param>
    /// <param name="written">The field as written.</param>
    /// <returns><see langword="true"/> if so.</returns>
    public static bool IsInSomeSource(RuleScope scope, string written) => Lookup(scope, written, IsParent(scope, written)).Any(f => f is not null);

    /// <summary>The names of the items' fields.</summary>
    /// <param name="scope">The rule.</param>
    /// <returns>The names that every source has.</returns>
    public static IReadOnlyCollection<string> ItemNames(RuleScope scope) =>
        scope.Collections[0].Fields.Select(f => f.Name).Where(n => scope.Collections.All(c => c.Find(n) is not null)).ToArray();

    /// <summary>The names of the parent's fields with their prefix.</summary>
    /// <param name="scope">The rule.</param>
    /// <returns>The names that every source has.</returns>
    public static IReadOnlyCollection<string> ParentNames(RuleScope scope) =>
        scope.Sources.Select(s => s.Parent.Fields.Select(f => s.Parent.Name + "." + f.Name)).Aggregate((a, b) => a.Intersect(b)).ToArray();

    private static bool IsParent(RuleScope scope, string written) =>
        PrefixOf(written) is { Length: > 0 } prefix && scope.Sources.Any(s => s.Parent.Name == prefix);

    private static string PrefixOf(string written)
    {
        int dot = written.IndexOf('.');
        return dot < 0 ? "" : written.Substring(0, dot);
    }

    // Position by position with scope.Sources.
    private static IEnumerable<FactField?> Lookup(RuleScope scope, string written, bool isParent) => scope.Sources.Select((source, i) =>
        !isParent ? scope.Collections[i].Find(written)
        : written.StartsWith(source.Parent.Name + ".", StringComparison.Ordinal) ? source.Parent.Find(written.Substring(source.Parent.Name.Length + 1))
        : null);

    private static string Place(RuleScope scope, bool isParent, string prefix) => isParent ? $"'{prefix}'" : $"'{scope.Select}'";

    private static bool ReportDifference(RuleScope scope, YamlScalar place, FactField?[] fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            FactField first = fields.First(f => f is not null)!;
            string? difference = fields[i] is null ? $"source '{scope.Sources[i].Name}' has no field '{place.Value}'"
                : fields[i]!.Type != first.Type ? $"field '{place.Value}' is {FactTypes.OneOf(fields[i]!.Type)} in source '{scope.Sources[i].Name}', elsewhere {FactTypes.OneOf(first.Type)}"
                : null;
            if (difference is null)
                continue;
            scope.File.Report(DiagnosticCodes.NotInEverySource, place, difference + ".", DiagnosticCodes.NotInEverySource.Fix);
            return true;
        }
        return false;
    }

    private static ResolvedField? FindGroupValue(RuleScope scope, YamlScalar place, bool allowsGroup)
    {
        if (scope.Group is null || !allowsGroup)
        {
            scope.File.Report(DiagnosticCodes.NoGroup, place,
                scope.Group is null ? $"'{place.Value}' needs a group, and this rule has none." : $"'{place.Value}' is not known yet where items are chosen.",
                DiagnosticCodes.NoGroup.Fix);
            return null;
        }
        string name = place.Value.Substring(GroupValues.Prefix.Length + 1);
        // Messages print group.values; a condition has nothing to compare a list of any kind of value with.
        if (scope.Group.Find(name) is { Type: not FactType.TextList } field)
            return new ResolvedField(new FieldReference(FieldScope.Group, name), [field]);
        string[] names = scope.Group.Fields.Where(f => f.Type != FactType.TextList).Select(f => GroupValues.Prefix + "." + f.Name).ToArray();
        scope.File.Report(DiagnosticCodes.UnknownField, place, $"a group has no value '{ScalarCheck.Show(name)}' to compare.{Suggestion.For(place.Value, names)}",
            "values of a group: " + Suggestion.List(names));
        return null;
    }
}
