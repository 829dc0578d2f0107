// What the tests use and .NET Framework's API lacks.
#if NETFRAMEWORK
using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag;

internal static class Extensions
{
    public static bool Contains(this string text, string value, StringComparison comparison) => text.IndexOf(value, comparison) >= 0;

    public static string Replace(this string text, string old, string replacement, StringComparison comparison) =>
        comparison == StringComparison.Ordinal ? text.Replace(old, replacement) : throw new NotSupportedException();

    public static IEnumerable<T[]> Chunk<T>(this IEnumerable<T> items, int size) =>
        items.Select((item, i) => (item, i)).GroupBy(p => p.i / size, p => p.item).Select(g => g.ToArray());
}
#endif
