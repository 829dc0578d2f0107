namespace MrsDiag.Facts;

/// <summary>The type of a fact field. One list for binder, JSON schema, help and evaluator.</summary>
public enum FactType
{
    /// <summary>Text; compared after normalisation (see <see cref="MrsDiag.Text.TextNormalizer"/>).</summary>
    Text,

    /// <summary>Several texts; a condition holds when one of them meets it.</summary>
    TextList,

    /// <summary>A number, stored as <see cref="double"/>. Sizes are bytes.</summary>
    Number,

    /// <summary>A span of time, stored as <see cref="System.TimeSpan"/>; written <c>90s 30m 2h 1d</c> in rules.</summary>
    Duration,

    /// <summary>A point in time, stored as <see cref="System.DateTime"/> in UTC.</summary>
    Time,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A build number, stored as <see cref="System.Version"/>; <c>14.3.224.1</c>.</summary>
    Version,
}
