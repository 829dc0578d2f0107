namespace MrsDiag.Rules;

/// <summary>Where a field belongs.</summary>
public enum FieldScope
{
    /// <summary>The selected item.</summary>
    Item,

    /// <summary>The parent item, written <c>report.status</c>.</summary>
    Parent,

    /// <summary>The group, written <c>group.count</c>; only in cases and messages of grouped rules.</summary>
    Group,
}

/// <summary>A field as a rule names it.</summary>
/// <param name="Scope">Item, parent or group.</param>
/// <param name="Name">Name without its prefix.</param>
public sealed record FieldReference(FieldScope Scope, string Name);
