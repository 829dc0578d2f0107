using System;
using MrsDiag.Rules;

namespace MrsDiag.Isolation;

/// <summary>Makes rule-pack readers, whose implementation lives with YamlDotNet among the private assemblies.</summary>
internal static class RulePackReaders
{
    // A name and not a type: a reference would let the runtime look for the assembly by itself, in the wrong context.
    internal const string TypeName = "MrsDiag.RulePacks.RulePackReader";

    /// <summary>Makes a reader; loads the private assemblies on the first call.</summary>
    /// <returns>The reader.</returns>
    /// <exception cref="System.IO.FileNotFoundException">The module's files are incomplete.</exception>
    internal static IRulePackReader Create() =>
        (IRulePackReader)Activator.CreateInstance(PrivateAssemblies.RulePacks.GetType(TypeName, throwOnError: true)!)!;
}
