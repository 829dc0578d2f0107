namespace MrsDiag.Facts;

/// <summary>The collection <c>callOutcomes</c>: what a remote call ended in. Every source that sees an answer or an error has it.</summary>
public static class CallOutcomeTable
{
    /// <summary>The collection's name.</summary>
    public const string Name = "callOutcomes";

    /// <summary>Makes the table for one source (ordinals belong to one collection instance).</summary>
    /// <returns>The table; the same fields in the same order each time.</returns>
    public static FactCollection Create() => new(Name, "What one remote call ended in: an HTTP answer or an error.", isTimed: true,
        new FactField("status", FactType.Number, "HTTP status, from the innermost text that names one; missing without one."),
        new FactField("authSchemes", FactType.TextList, "Schemes that the answer offered, lower case, for example negotiate, ntlm; empty list: none offered."),
        new FactField("authSet", FactType.Text, "The same as one text, sorted and joined by '+': basic+negotiate+ntlm; 'none' for an empty offer; missing where the text does not say."),
        new FactField("server", FactType.Text, "Server that answered, where the text or header names it."),
        new FactField("serverVersion", FactType.Version, "Its Exchange build, where known."),
        new FactField("serverMajor", FactType.Number, "Major version of serverVersion."),
        new FactField("host", FactType.Text, "Host that was called."),
        new FactField("isHybridAgent", FactType.Boolean, "Whether host is a Hybrid Agent name (J5)."),
        new FactField("address", FactType.Text, "Address and port that the error names, for example 203.0.113.7:443."),
        new FactField("innermostType", FactType.Text, "Exception class of the innermost cause; missing for a plain answer."),
        new FactField("text", FactType.Text, "The innermost text."),
        new FactField("message", FactType.Text, "The whole text with its wrappers."),
        new FactField("timeout", FactType.Duration, "The time span that a timeout text states."),
        new FactField("scenario", FactType.Text, "Scenario (J1)."),
        new FactField("transport", FactType.Text, "Transport (J1)."),
        new FactField("recovered", FactType.Boolean, "Whether the work went on after it; in a report: the failure is not final, and the request neither failed nor was suspended. Missing where the input does not tell."));
}
