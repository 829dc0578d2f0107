namespace MrsDiag.Endpoints;

/// <summary>Something of a file that gave no endpoint.</summary>
/// <param name="Code">A short stable code: those of <see cref="EndpointInputException"/>, <see cref="SkippedCode"/>, <c>InputDamaged</c>,
/// <c>InputEmpty</c>, or why the file cannot be read.</param>
/// <param name="Message">A whole message, with the file and the number of the object.</param>
/// <param name="Path">The file.</param>
/// <param name="Number">Which object of the file, from 1; 0 where it is the file as a whole.</param>
public sealed record EndpointInputProblem(string Code, string Message, string Path, int Number)
{
    /// <summary>The code of an object that is left out although nothing is wrong with it.</summary>
    public const string SkippedCode = "Skipped";

    /// <summary>Whether nothing is wrong: the object is left out for the reason that the message gives.</summary>
    public bool IsSkipped => Code == SkippedCode;
}
