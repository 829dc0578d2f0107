using System;
using System.Security;
using MrsDiag.Cli.Commands;

namespace MrsDiag.Cli.Input;

/// <summary>Where a password comes from: never the command line, which other users of the computer can read.</summary>
internal static class PasswordSource
{
    /// <summary>The environment variable that holds it.</summary>
    public const string Variable = "MRSDIAG_PASSWORD";

    /// <summary>Reads the password.</summary>
    /// <param name="fromStandardInput">Whether it is the first line of standard input.</param>
    /// <returns>The password.</returns>
    /// <exception cref="UsageException">There is none.</exception>
    public static SecureString Read(bool fromStandardInput)
    {
        string? password = fromStandardInput ? Console.In.ReadLine() : Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(password))
            throw new UsageException(fromStandardInput
                ? "--password-stdin was given, and standard input is empty."
                : $"--user needs a password: in the environment variable {Variable}, or on standard input with --password-stdin.");
        SecureString kept = new();
        foreach (char c in password)
            kept.AppendChar(c);
        kept.MakeReadOnly();
        return kept;
    }
}
