using System;

namespace MrsDiag.Sources;

/// <summary>
/// A file that cannot be read as CLIXML at all. Damage behind the first element is no exception: what was read before it is handed
/// out and <see cref="ClixmlReader.Problems"/> tells the rest.
/// </summary>
public sealed class ClixmlException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="place">The file, as the user named it.</param>
    /// <param name="fault">Why it cannot be read, for callers.</param>
    /// <param name="reason">The same for people: the end of a sentence that begins with the file's name, without a full stop.</param>
    /// <param name="innerException">What lies behind it.</param>
    public ClixmlException(string place, ClixmlFault fault, string reason, Exception? innerException = null)
        : base($"'{place}' {reason}.", innerException)
    {
        Place = place;
        Fault = fault;
    }

    private ClixmlException(string place, ClixmlFault fault, Exception innerException)
        : base(innerException.Message, innerException)
    {
        Place = place;
        Fault = fault;
    }

    /// <summary>The file, as the user named it.</summary>
    public string Place { get; }

    /// <summary>Why it cannot be read.</summary>
    public ClixmlFault Fault { get; }

    // A file that cannot even be opened: the message is already whole.
    internal static ClixmlException From(string place, InputFileException cause) => new(place, FaultOf(cause.Code), cause);

    private static ClixmlFault FaultOf(string code) => code switch
    {
        "FileNotFound" => ClixmlFault.NotFound,
        "IsDirectory" => ClixmlFault.Directory,
        "AccessDenied" => ClixmlFault.AccessDenied,
        "FileInUse" => ClixmlFault.InUse,
        _ => ClixmlFault.Unreadable,
    };
}
