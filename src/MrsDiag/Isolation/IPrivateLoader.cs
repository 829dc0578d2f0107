using System.Reflection;

namespace MrsDiag.Isolation;

/// <summary>Loads assemblies that the rest of the session neither sees nor disturbs.</summary>
internal interface IPrivateLoader
{
    /// <summary>Loads one file.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <returns>The assembly, private to this loader.</returns>
    Assembly Load(string path);
}
