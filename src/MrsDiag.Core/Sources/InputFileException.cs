using System;

namespace MrsDiag.Sources;

/// <summary>A file that cannot be read. The message names it and says why.</summary>
public sealed class InputFileException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="code">Short stable id, for example <c>FileNotFound</c>.</param>
    /// <param name="message">The file and the reason.</param>
    /// <param name="innerException">Cause.</param>
    public InputFileException(string code, string message, Exception? innerException = null) : base(message, innerException) => Code = code;

    /// <summary>Makes an empty exception.</summary>
    public InputFileException() : this("FileNotReadable", "A file cannot be read.")
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    /// <param name="message">The file and the reason.</param>
    public InputFileException(string message) : this("FileNotReadable", message)
    {
    }

    /// <summary>Makes the exception with a message and a cause.</summary>
    /// <param name="message">The file and the reason.</param>
    /// <param name="innerException">Cause.</param>
    public InputFileException(string message, Exception innerException) : this("FileNotReadable", message, innerException)
    {
    }

    /// <summary>Short stable id.</summary>
    public string Code { get; }
}
