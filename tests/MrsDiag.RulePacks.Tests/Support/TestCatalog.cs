using System;
using MrsDiag.Facts;

namespace MrsDiag.RulePacks.Tests.Support;

/// <summary>A small made-up catalog: one source that reads text, one that does not, with one collection in common.</summary>
internal static class TestCatalog
{
    /// <summary>A text or message that makes the source fail.</summary>
    public const string Explosive = "BOOM";

    public static FactCatalog Create() => new(CreateJourney(), CreateProbe());

    private static FactSource CreateJourney() => new("journey", "A made-up journey.",
        new FactCollection("trip", "The journey itself.", isTimed: false,
            new FactField("scenario", FactType.Text, "What kind of journey.", ["onboarding", "offboarding", "unknown"]),
            new FactField("transport", FactType.Text, "How it goes.", ["mrsproxy", "none", "unknown"]),
            new FactField("status", FactType.Text, "Status."),
            new FactField("version", FactType.Version, "Build."),
            new FactField("started", FactType.Time, "Start, UTC."),
            new FactField("weight", FactType.Number, "Bytes.")),
        new FactCollection("failures", "One failure.", isTimed: true,
            new FactField("type", FactType.Text, "Class."),
            new FactField("message", FactType.Text, "Message."),
            new FactField("side", FactType.Text, "Side.", ["Source", "Target"]),
            new FactField("server", FactType.Text, "Server."),
            new FactField("code", FactType.Number, "Code."),
            new FactField("timeout", FactType.Duration, "Timeout."),
            new FactField("seen", FactType.Time, "When somebody looked."),
            new FactField("isFatal", FactType.Boolean, "Fatal."),
            new FactField("build", FactType.Version, "Build."),
            new FactField("types", FactType.TextList, "All classes."),
            new FactField("sides", FactType.TextList, "All sides.", ["Source", "Target"])),
        new FactCollection("bags", "One bag; without time.", isTimed: false,
            new FactField("label", FactType.Text, "Label."),
            new FactField("weight", FactType.Number, "Bytes.")),
        Calls(FactType.Number))
    {
        FromText = Parse,
        Complete = Complete,
    };

    private static FactSource CreateProbe() => new("probe", "A made-up probe.",
        new FactCollection("trip", "The probe itself.", isTimed: false,
            new FactField("scenario", FactType.Text, "What kind.", ["onboarding", "unknown"]),
            new FactField("target", FactType.Text, "What is probed.")),
        Calls(FactType.Text));

    // The field "took" differs in type, "route" is in one source only.
    private static FactCollection Calls(FactType took)
    {
        FactField[] common =
        [
            new FactField("status", FactType.Number, "HTTP status."),
            new FactField("text", FactType.Text, "Text."),
            new FactField("took", took, "Differs between the sources on purpose."),
        ];
        return took == FactType.Number
            ? new FactCollection("calls", "One call.", isTimed: true, [.. common, new FactField("route", FactType.Text, "Only in journeys.")])
            : new FactCollection("calls", "One call.", isTimed: true, common);
    }

    private static FactSet Parse(string text)
    {
        if (text.Contains(Explosive))
            throw new FormatException("this is no journey");
        FactSet facts = new(CreateJourney(), "text");
        facts.Add("failures")["message"] = text;
        return facts;
    }

    private static void Complete(FactSet facts)
    {
        if (facts.Source.Name != "journey")
            return;
        foreach (FactItem item in facts.Items("failures"))
        {
            if (Equals(item["message"], Explosive))
                throw new InvalidOperationException("cannot complete this");
            item["type"] ??= "Derived";
        }
    }
}
