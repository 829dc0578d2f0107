using System.IO;
using System.Reflection;
using MrsDiag.Rules;

namespace MrsDiag.Isolation;

/// <summary>
/// Loads the assemblies in <c>bin/private</c>, where the default probing does not find them, so that a session that already holds
/// another YamlDotNet keeps its own and this module gets its own.
/// </summary>
/// <remarks>
/// Nothing is loaded before the first use, and no handler is registered for the whole process on .NET: MrsDiag.dll has no reference to
/// these assemblies, it knows them by the interfaces of MrsDiag.Core alone.
/// </remarks>
internal static class PrivateAssemblies
{
    // The dependency comes first: once it is in the context, no request for it can be answered by a newer copy elsewhere.
    private const string Yaml = "YamlDotNet";
    private const string Packs = "MrsDiag.RulePacks";

    private static readonly object Gate = new();
    private static Assembly? _rulePacks;

    /// <summary>The folder of MrsDiag.dll.</summary>
    internal static string ModuleFolder { get; } = Path.GetDirectoryName(typeof(PrivateAssemblies).Assembly.Location)!;

    /// <summary>The one instance of MrsDiag.Core that private assemblies must share.</summary>
    internal static Assembly Core { get; } = typeof(IRulePackReader).Assembly;

    /// <summary>MrsDiag.RulePacks, loaded when first asked for, once per process.</summary>
    /// <exception cref="FileNotFoundException">The module's files are incomplete.</exception>
    internal static Assembly RulePacks
    {
        get
        {
            lock (Gate)
                return _rulePacks ??= Load(Path.Combine(ModuleFolder, "private"));
        }
    }

    /// <summary>Loads the private assemblies from a folder, the dependency before the one that needs it.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>MrsDiag.RulePacks.</returns>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    internal static Assembly Load(string folder)
    {
        IPrivateLoader loader = PrivateLoadContext.TryCreate("MrsDiag", Core) ?? (IPrivateLoader)new FrameworkLoader(Core);
        loader.Load(Find(folder, Yaml));
        return loader.Load(Find(folder, Packs));
    }

    private static string Find(string folder, string name)
    {
        string path = Path.Combine(folder, name + ".dll");
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"The MrsDiag module is incomplete: '{path}' is missing. Install the module again.", path);
    }
}
