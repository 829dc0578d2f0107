using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MrsDiag.Cli.Output;

/// <summary>One JSON object a line: property names as the objects have them, enums by name, times in ISO 8601 UTC.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        // The output goes to files and other programs, not into a page: names stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one object as one line of text.</summary>
    /// <param name="value">The object.</param>
    /// <returns>The line, without its line break.</returns>
    public static string Line<T>(T value) => JsonSerializer.Serialize(value, Options);
}
