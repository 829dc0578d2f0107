using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace MrsDiag.RuleBase;

/// <summary>Names with wildcards, as a user gives them; none given means all.</summary>
internal sealed class NameFilter
{
    private readonly WildcardPattern[] _patterns;

    internal NameFilter(IEnumerable<string> names) =>
        _patterns = names.Select(n => new WildcardPattern(n, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).ToArray();

    /// <summary>Whether one of several names of a thing is wanted.</summary>
    /// <param name="names">Its names.</param>
    /// <returns><see langword="true"/> if so.</returns>
    internal bool Fits(params string[] names) => _patterns.Length == 0 || names.Any(n => _patterns.Any(p => p.IsMatch(n)));
}
