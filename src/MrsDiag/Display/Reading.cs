using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Binding;
using MrsDiag.Sources;

namespace MrsDiag.Display;

/// <summary>Reads what a view shows, from live objects and from those that came out of a file or a job.</summary>
internal static class Reading
{
    internal static IObjectView View(PSObject? value) => PSValue.From(value) as IObjectView ?? new PSObjectView(PSObject.AsPSObject(""));

    internal static string Text(this IObjectView view, string name) => view.TryGet(name, out object? value) ? AsText(value) : "";

    internal static DateTime? Time(this IObjectView view, string name) => view.TryGet(name, out object? value) ? value as DateTime? : null;

    internal static TimeSpan? Duration(this IObjectView view, string name) => view.TryGet(name, out object? value) ? value as TimeSpan? : null;

    internal static IReadOnlyList<string> Texts(this IObjectView view, string name) => view.List(name).Select(AsText).ToArray();

    internal static IReadOnlyList<IObjectView> Views(this IObjectView view, string name) => view.List(name).OfType<IObjectView>().ToArray();

    // One element arrives as itself where a pipeline has unrolled the array.
    private static IEnumerable<object?> List(this IObjectView view, string name) =>
        !view.TryGet(name, out object? value) || value is null ? [] : value as IReadOnlyList<object?> ?? [value];

    private static string AsText(object? value) =>
        value is IObjectView nested ? nested.Text ?? "" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
