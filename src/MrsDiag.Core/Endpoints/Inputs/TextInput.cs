using MrsDiag.Configuration;
using MrsDiag.Sources;

namespace MrsDiag.Endpoints;

/// <summary>Makes targets of addresses that are given as such.</summary>
internal static class TextInput
{
    /// <summary>A target named by a text.</summary>
    /// <exception cref="EndpointInputException">It is no address of an endpoint.</exception>
    public static EndpointTarget Target(string text)
    {
        System.Uri uri = EndpointText.Parse(text);
        string typed = PastedText.Clean(text);
        bool isPlain = uri.AbsoluteUri.IndexOf(typed, System.StringComparison.OrdinalIgnoreCase) >= 0;
        // An international name, or the address of EWS: what was typed is not seen in what is probed.
        return new EndpointTarget(uri) { OriginName = isPlain ? "" : PastedText.Show(typed) };
    }

    /// <summary>A Uri object that a serializer took apart.</summary>
    public static EndpointInput ReadUri(IObjectView view) => new() { Target = Target(UrlValues.ToText(view)) };

    /// <summary>A string that was wrapped in an object.</summary>
    public static EndpointInput ReadString(IObjectView view) => new() { Target = Target(view.Text ?? "") };
}
