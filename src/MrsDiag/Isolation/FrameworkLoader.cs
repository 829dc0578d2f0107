using System;
using System.Collections.Generic;
using System.Reflection;

namespace MrsDiag.Isolation;

/// <summary>
/// The way of .NET Framework, where strong-named versions of one assembly live side by side and LoadFrom is enough.
/// </summary>
/// <remarks>
/// The handler answers only assemblies that this loader has loaded, so it disturbs nobody and is never taken away: another runspace of
/// the process may still have the module when this one removes it.
/// </remarks>
internal sealed class FrameworkLoader : IPrivateLoader
{
    private readonly List<Assembly> _known;

    internal FrameworkLoader(Assembly shared)
    {
        _known = [shared];
        AppDomain.CurrentDomain.AssemblyResolve += Answer;
    }

    /// <inheritdoc/>
    public Assembly Load(string path)
    {
        Assembly assembly = Assembly.LoadFrom(path);
        lock (_known)
            _known.Add(assembly);
        return assembly;
    }

    /// <summary>Answers what our own assemblies ask for, and nobody else.</summary>
    /// <param name="sender">Not used.</param>
    /// <param name="request">Who asks for what.</param>
    /// <returns>An assembly that is known here, or <see langword="null"/> to leave the request to others.</returns>
    internal Assembly? Answer(object? sender, ResolveEventArgs request)
    {
        string? name = new AssemblyName(request.Name).Name;
        lock (_known)
        {
            // Index 0 is the shared one: what it asks for is not ours to answer.
            return request.RequestingAssembly is { } asker && _known.IndexOf(asker) > 0
                ? _known.Find(a => string.Equals(a.GetName().Name, name, StringComparison.OrdinalIgnoreCase))
                : null;
        }
    }
}
