using System;
using System.IO;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace MrsDiag.Cmdlets.Tests.Engine;

/// <summary>
/// Lets this process use the engine of an installed PowerShell. It needs more than System.Management.Automation (its console host, its
/// commands, their dependencies), so whatever is missing is looked for in PowerShell's folder.
/// </summary>
internal static class EngineResolver
{
#pragma warning disable CA2255 // A module initializer is the only place that runs before the first engine type is needed.
    [ModuleInitializer]
    internal static void Register() => AssemblyLoadContext.Default.Resolving += Answer;
#pragma warning restore CA2255

    private static Assembly? Answer(AssemblyLoadContext context, AssemblyName name)
    {
        string folder = PowerShellFolder.Path ?? Path.Combine(AppContext.BaseDirectory, "stubs");
        string path = Path.Combine(folder, name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }
}
