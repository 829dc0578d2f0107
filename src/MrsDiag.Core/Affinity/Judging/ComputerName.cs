using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Affinity;

/// <summary>Names of one computer in their several forms.</summary>
internal static class ComputerName
{
    // A NetBIOS name has 15 characters, and a longer name is cut to them.
    private const int NetBiosLength = 15;

    /// <summary>The first label of a name.</summary>
    public static string Short(string name)
    {
        int dot = name.IndexOf('.');
        return (dot > 0 ? name.Substring(0, dot) : name).Trim();
    }

    /// <summary>Whether two names can be those of one computer: the short names are the same, in the length of a NetBIOS name.</summary>
    public static bool Same(string one, string other) => Key(one).Length > 0 && string.Equals(Key(one), Key(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The keys of some names, to look others up by <see cref="Key"/>.</summary>
    public static HashSet<string> Keys(IEnumerable<string> names) => new(names.Select(Key).Where(k => k.Length > 0), StringComparer.OrdinalIgnoreCase);

    /// <summary>What all forms of a name have in common.</summary>
    public static string Key(string name)
    {
        string first = Short(name);
        return first.Length > NetBiosLength ? first.Substring(0, NetBiosLength) : first;
    }
}
