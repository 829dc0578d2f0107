using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Pipeline;
using MrsDiag.Sources;

namespace MrsDiag.Binding;

/// <summary>
/// A PowerShell object, live or deserialized, read by property name. The only place that reads properties of a
/// <see cref="PSObject"/>; to be used on the pipeline thread, because script properties run where they are read.
/// </summary>
internal sealed class PSObjectView : IObjectView
{
    private readonly PSObject _object;
    private IReadOnlyList<string>? _typeNames;

    internal PSObjectView(PSObject source) => _object = source;

    /// <inheritdoc/>
    public IReadOnlyList<string> TypeNames => _typeNames ??= PSValue.StripDeserialized(_object.TypeNames);

    /// <inheritdoc/>
    public string? Text =>
        IsLivePropertyBag || !TryRun(_object.ToString, out string? text) || IsListOfValues(text) ? null : text;

    /// <inheritdoc/>
    public IEnumerable<string> PropertyNames =>
        TryRun(() => _object.Properties.Select(p => p.Name).ToArray(), out string[]? names) ? names! : [];

    // A bag of properties without a text of its own gives "@{Name=value; ...}", which is no name for it.
    private bool IsListOfValues(string? text) => _object.BaseObject is PSCustomObject && text?.StartsWith("@{", StringComparison.Ordinal) == true;

    // Not even asked for where it is certain to be that, because every getter would run.
    private bool IsLivePropertyBag =>
        _object.BaseObject is PSCustomObject && _object.TypeNames.Contains(typeof(PSCustomObject).FullName!, StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool TryGet(string name, out object? value)
    {
        bool found = false;
        bool read = TryRun(() => _object.Properties[name] is { } property && (found = true) ? PSValue.From(property.Value) : null, out value);
        return read && found;
    }

    // Getters, adapters and ToString are foreign code: what throws there counts as missing.
    private static bool TryRun<T>(Func<T> read, out T? result)
    {
        try
        {
            result = read();
            return true;
        }
        catch (Exception e) when (!Flow.MustPass(e))
        {
            result = default;
            return false;
        }
    }
}
