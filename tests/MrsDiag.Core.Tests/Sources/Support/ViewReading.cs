using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Core.Tests.Sources.Support;

/// <summary>Reads properties in tests.</summary>
internal static class ViewReading
{
    public static object? Get(this object? value, string name)
    {
        IObjectView view = Assert.IsAssignableFrom<IObjectView>(value);
        Assert.True(view.TryGet(name, out object? found), name + " is missing.");
        return found;
    }

    public static bool Has(this object? value, string name) => Assert.IsAssignableFrom<IObjectView>(value).TryGet(name, out _);
}
