using System.Collections.Generic;

namespace MrsDiag.Sources;

/// <summary>Limits of <see cref="ClixmlReader"/>, and what it need not keep. Sizes in bytes are those of the built objects, estimated.</summary>
public sealed record ClixmlReaderOptions
{
    /// <summary>Everything is kept.</summary>
    public static ClixmlReaderOptions Default { get; } = new();

    /// <summary>
    /// For move reports: leaves out what no rule reads and what makes most of such a file. Binary twins of a text
    /// (MessageData for Message), the rendered whole line, and schema leftovers (research move-report.md 1.4).
    /// </summary>
    public static ClixmlReaderOptions MoveReport { get; } = new()
    {
        SkippedProperties =
        [
            "StackTrace", "MessageData", "MessageBytes", "DataContextData", "LocalizedString", "ExceptionTypesInt",
            "XmlSchemaType", "UnknownElements", "UnknownAttributes",
        ],
        SkippedTexts = ["Microsoft.Exchange.MailboxReplicationService.Report"],
    };

    /// <summary>
    /// Names of properties to leave out, without regard to case, at every level. An object under such a name can still be
    /// referred to from elsewhere.
    /// </summary>
    public IReadOnlyCollection<string> SkippedProperties { get; init; } = [];

    /// <summary>
    /// Types, by their most derived name without <c>Deserialized.</c>, whose <see cref="IObjectView.Text"/> is left out because it
    /// repeats their properties: that of a report is all its lines.
    /// </summary>
    public IReadOnlyCollection<string> SkippedTexts { get; init; } = [];

    /// <summary>Longest text that is kept whole, in characters. Longer ones are cut; other values of that length are left out.</summary>
    public int MaxTextLength { get; init; } = 1_048_576;

    /// <summary>How deep objects may be nested; what lies deeper is left out. PowerShell itself stops writing at 50.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>
    /// How much of earlier objects is kept so that a later Ref can find them. Within one object, and in the one before, every Ref is
    /// found. More costs time too: the garbage collector walks through all that is kept.
    /// </summary>
    public long MaxRetainedBytes { get; init; } = 4L * 1024 * 1024;

    /// <summary>How large one object (one mailbox) may grow; the rest of it is left out.</summary>
    public long MaxObjectBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>How many problems are kept one by one; more are only counted.</summary>
    public int MaxProblems { get; init; } = 200;
}
