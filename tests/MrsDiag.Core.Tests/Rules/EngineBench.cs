using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.Rules;

namespace MrsDiag.Core.Tests.Rules;

/// <summary>A small made-up source and short ways to write rules for it.</summary>
internal static class EngineBench
{
    public static readonly FactCollection Parent = new("job", "The job.", isTimed: false,
        new FactField("scenario", FactType.Text, "Scenario."),
        new FactField("transport", FactType.Text, "Transport."),
        new FactField("state", FactType.Text, "State."));

    public static readonly FactCollection Events = new("events", "Events.", isTimed: true,
        new FactField("message", FactType.Text, "Message."),
        new FactField("server", FactType.Text, "Server."),
        new FactField("names", FactType.TextList, "Names."),
        new FactField("status", FactType.Number, "Status."),
        new FactField("took", FactType.Duration, "Took."),
        new FactField("build", FactType.Version, "Build."),
        new FactField("ok", FactType.Boolean, "Fine."));

    public static readonly FactSource Source = new("bench", "Bench.", Parent, Events);
    public static readonly FactCatalog Catalog = new(Source);

    public static Rule Rule(string id, Condition? where = null) => new()
    {
        Id = id,
        Name = "rule-" + id,
        Title = "Title of " + id,
        Pack = "bench",
        PackVersion = "1.0.0",
        Sources = ["bench"],
        Select = "events",
        Severity = Severity.Warning,
        Confidence = Confidence.Medium,
        Message = "{count} x {message}",
        Where = where,
    };

    public static RuleEngine Engine(params Rule[] rules) => Engine(new RuleEngineOptions(), rules);

    public static RuleEngine Engine(RuleEngineOptions options, params Rule[] rules) =>
        new([new RulePack { Name = "bench", Version = "1.0.0", Rules = rules }], Catalog, options);

    public static FieldReference Field(string name) => name.StartsWith("job.", StringComparison.Ordinal)
        ? new FieldReference(FieldScope.Parent, name.Substring(4))
        : name.StartsWith("group.", StringComparison.Ordinal)
            ? new FieldReference(FieldScope.Group, name.Substring(6))
            : new FieldReference(FieldScope.Item, name);

    public static LeafCondition Leaf(string field, Operator op, object operand) => new(Field(field), op, operand);

    public static LeafCondition Has(string text) => Leaf("message", Operator.Contains, text);

    public static AllCondition All(params Condition[] parts) => new(parts);

    public static AnyCondition Any(params Condition[] parts) => new(parts);

    public static FactSet Given(params (string? Time, string Message, string? Server)[] events)
    {
        FactSet facts = new(Source, "subject");
        int key = 0;
        foreach ((string? time, string message, string? server) in events)
        {
            FactItem item = facts.Add("events");
            item.At = time is null ? null : At(time);
            item["message"] = message;
            item["server"] = server;
            item.Server = server;
            item.Text = message;
            item.EvidenceKey = key++;
        }
        return facts;
    }

    public static DateTime At(string time) =>
        DateTime.Parse("2024-05-01T" + time + "Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    public static string[] Ids(this IEnumerable<Finding> findings) => findings.Select(f => f.RuleId).ToArray();
}
