using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Core.Tests.MoveReports;
using MrsDiag.Sources;

namespace MrsDiag.Core.Tests.Endpoints.Saved;

/// <summary>An object of our own types as a reader sees it. What stands in <see cref="Replace"/> goes over what it has.</summary>
internal sealed class LiveView(object source) : IObjectView
{
    public IReadOnlyList<string> TypeNames => [source.GetType().FullName!];

    public string? Text => null;

    public IEnumerable<string> PropertyNames => source.GetType().GetProperties().Select(p => p.Name);

    public Dictionary<string, object?> Replace { get; } = new(StringComparer.OrdinalIgnoreCase);

    public bool TryGet(string name, out object? value)
    {
        if (Replace.TryGetValue(name, out value))
            return true;
        System.Reflection.PropertyInfo? property = source.GetType().GetProperties()
            .FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
        value = property is null ? null : View(property.GetValue(source));
        return property is not null;
    }

    private static object? View(object? value) => value switch
    {
        null => null,
        Enum name => FakeView.Enum(name.ToString()),
        Array items => items.Cast<object?>().Select(View).ToArray(),
        _ when value.GetType().Namespace?.StartsWith("MrsDiag", StringComparison.Ordinal) == true => new LiveView(value),
        _ => value,
    };
}
