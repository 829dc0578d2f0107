using System;
using System.Reflection;

namespace MrsDiag.Isolation;

/// <summary>
/// An AssemblyLoadContext of .NET, reached by reflection because netstandard2.0 does not know the type.
/// </summary>
internal sealed class PrivateLoadContext : IPrivateLoader
{
    private readonly object _context;
    private readonly MethodInfo _load;
    private readonly Assembly _shared;

    private PrivateLoadContext(Type type, string name, Assembly shared)
    {
        _shared = shared;
        _context = Activator.CreateInstance(type, name, false)!;
        _load = type.GetMethod("LoadFromAssemblyPath", [typeof(string)])!;

        // The event's delegate takes (AssemblyLoadContext, AssemblyName); a method that takes object fits it.
        EventInfo resolving = type.GetEvent("Resolving")!;
        MethodInfo answer = typeof(PrivateLoadContext).GetMethod(nameof(Answer), BindingFlags.Instance | BindingFlags.NonPublic)!;
        resolving.AddEventHandler(_context, Delegate.CreateDelegate(resolving.EventHandlerType!, this, answer));
    }

    /// <summary>Makes a context where the runtime has them.</summary>
    /// <param name="name">Name that debuggers show.</param>
    /// <param name="shared">The assembly that the context must not load a second time.</param>
    /// <returns>The context, or <see langword="null"/> on .NET Framework.</returns>
    internal static PrivateLoadContext? TryCreate(string name, Assembly shared)
    {
        Type? type = typeof(object).Assembly.GetType("System.Runtime.Loader.AssemblyLoadContext");
        return type?.GetConstructor([typeof(string), typeof(bool)]) is null ? null : new PrivateLoadContext(type, name, shared);
    }

    /// <inheritdoc/>
    public Assembly Load(string path)
    {
        try
        {
            return (Assembly)_load.Invoke(_context, [path])!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            throw e.InnerException;
        }
    }

    private Assembly? Answer(object context, AssemblyName name) =>
        string.Equals(name.Name, _shared.GetName().Name, StringComparison.OrdinalIgnoreCase) ? _shared : null;
}
