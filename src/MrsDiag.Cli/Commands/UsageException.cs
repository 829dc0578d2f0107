using System;

namespace MrsDiag.Cli.Commands;

/// <summary>A wrong value on the command line.</summary>
internal sealed class UsageException(string message) : Exception(message);
