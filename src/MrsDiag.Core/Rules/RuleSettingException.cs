using System;

namespace MrsDiag.Rules;

/// <summary>A setting name or value that no loaded rule accepts. The message tells which are.</summary>
public sealed class RuleSettingException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what would be right.</param>
    public RuleSettingException(string message) : base(message)
    {
    }

    /// <summary>Makes an exception without a message of its own.</summary>
    public RuleSettingException()
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    /// <param name="message">What is wrong and what would be right.</param>
    /// <param name="innerException">Cause.</param>
    public RuleSettingException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
