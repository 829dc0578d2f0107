using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MrsDiag.Sources;

namespace MrsDiag.Core.Tests.Sources.Support;

/// <summary>Short ways to write CLIXML in a test and to read it.</summary>
internal static class Clixml
{
    public const string Start = "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">";

    public const string End = "</Objs>";

    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static string Document(string content) => Start + content + End;

    /// <summary>An object with properties.</summary>
    public static string Object(int id, string properties, string? name = null) =>
        $"<Obj{(name is null ? "" : $" N=\"{name}\"")} RefId=\"{id}\"><Props>{properties}</Props></Obj>";

    public static ClixmlResult Read(string text, ClixmlReaderOptions? options = null) => Read(Utf8.GetBytes(text), options);

    public static ClixmlResult Read(byte[] bytes, ClixmlReaderOptions? options = null) => Read(new MemoryStream(bytes), options);

    public static ClixmlResult Read(Stream stream, ClixmlReaderOptions? options = null)
    {
        using ClixmlReader reader = new(stream, "test.clixml", options);
        List<object?> values = reader.ReadObjects().ToList();
        return new ClixmlResult(values, reader.Problems, reader.ProblemCount);
    }

    public static byte[] Bytes(Encoding encoding, string text) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
}

/// <summary>What reading gave.</summary>
internal sealed record ClixmlResult(IReadOnlyList<object?> Values, IReadOnlyList<ClixmlProblem> Problems, int ProblemCount)
{
    /// <summary>The one value, read without any problem.</summary>
    public object? Clean
    {
        get
        {
            Xunit.Assert.Empty(Problems);
            return Xunit.Assert.Single(Values);
        }
    }

    public ClixmlNode Node => Xunit.Assert.IsType<ClixmlNode>(Clean);

    public ClixmlNode At(int index) => Xunit.Assert.IsType<ClixmlNode>(Values[index]);
}
