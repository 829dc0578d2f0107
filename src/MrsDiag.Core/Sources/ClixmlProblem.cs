using System.Globalization;

namespace MrsDiag.Sources;

/// <summary>One loss, or one doubt, while reading CLIXML.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Line">Line of the input, counted from one; 0 where it concerns the whole input.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record ClixmlProblem(ClixmlProblemKind Kind, int Line, string Message)
{
    /// <summary>Whether something of the input is missing or replaced because of it, so that judgement may miss something.</summary>
    public bool IsLoss => Kind != ClixmlProblemKind.EncodingDoubt;

    /// <summary>The one-line form.</summary>
    /// <returns><c>line 12: message</c>, or the message alone.</returns>
    public override string ToString() =>
        Line == 0 ? Message : "line " + Line.ToString(CultureInfo.InvariantCulture) + ": " + Message;
}
