using System.Collections.Generic;
using MrsDiag.Facts;

namespace MrsDiag.RulePacks.Schema;

/// <summary>All key tables of the format, for one catalog of fact sources.</summary>
internal sealed class PackTables
{
    /// <summary>Makes the tables.</summary>
    /// <param name="catalog">The sources whose names, collections and fields they mention.</param>
    public PackTables(FactCatalog catalog)
    {
        Catalog = catalog;
        Names = new CatalogNames(catalog);
        Pack = PackKeys.MakePack(this);
        Overlay = PackKeys.MakeOverlay();
        Rule = RuleKeys.Make(this);
        AppliesTo = RuleKeys.MakeAppliesTo(this);
        Setting = RuleKeys.MakeSetting();
        Condition = ConditionKeys.Make(this);
        Group = GroupKeys.Make(this);
        Percentile = GroupKeys.MakePercentile(this);
        Ratio = GroupKeys.MakeRatio(this);
        Case = RuleKeys.MakeCase(this);
        Remedy = RuleKeys.MakeRemedy();
        Reference = RuleKeys.MakeReference();
        Test = TestKeys.Make(this);
        Expected = TestKeys.MakeExpected();
        foreach (FactSource source in catalog.Sources)
            Given.Add(source.Name, FactKeys.MakeGiven(source));
    }

    /// <summary>The sources.</summary>
    public FactCatalog Catalog { get; }

    /// <summary>The names in the catalog.</summary>
    public CatalogNames Names { get; }

    public KeyTable Pack { get; }

    public KeyTable Overlay { get; }

    public KeyTable Rule { get; }

    public KeyTable AppliesTo { get; }

    public KeyTable Setting { get; }

    public KeyTable Condition { get; }

    public KeyTable Group { get; }

    public KeyTable Percentile { get; }

    public KeyTable Ratio { get; }

    public KeyTable Case { get; }

    public KeyTable Remedy { get; }

    public KeyTable Reference { get; }

    public KeyTable Test { get; }

    public KeyTable Expected { get; }

    /// <summary>What a test may give, by source.</summary>
    public Dictionary<string, KeyTable> Given { get; } = [];

    /// <summary>The tables in the order in which the help explains them; facts have their own chapter.</summary>
    public IReadOnlyList<KeyTable> InReadingOrder =>
        [Pack, Rule, AppliesTo, Setting, Condition, Group, Percentile, Ratio, Case, Remedy, Reference, Test, Expected, Overlay];
}
