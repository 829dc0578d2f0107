using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace MrsDiag.Fixtures.Clixml;

/// <summary>
/// Writes CLIXML in the form of Export-Clixml: numbered objects, type names once, a Ref for what was written before, escaped
/// strings, two blanks of indentation. The form was taken from real Export-Clixml output (tests/fixtures/move-reports); the tests
/// read both.
/// </summary>
public sealed class ClixmlFixtureWriter : IDisposable
{
    private const string Namespace = "http://schemas.microsoft.com/powershell/2004/04";

    private readonly TextWriter _writer;
    private readonly bool _isDeserialized;
    private readonly string _lineBreak;
    private readonly Dictionary<object, int> _ids = new(ReferenceComparer.Instance);
    private readonly Dictionary<string, int> _types = new(StringComparer.Ordinal);
    private int _nextId;
    private int _depth;

    /// <summary>Begins the document.</summary>
    /// <param name="stream">Where it goes; left open.</param>
    /// <param name="encoding">UTF-16 with a mark is what Windows PowerShell writes, UTF-8 without is what PowerShell 7 writes.</param>
    /// <param name="isDeserialized">Whether the objects came out of a remote session, which marks their type names.</param>
    /// <param name="lineBreak">CR LF on Windows.</param>
    public ClixmlFixtureWriter(Stream stream, Encoding encoding, bool isDeserialized, string lineBreak = "\r\n")
    {
        _writer = new StreamWriter(stream, encoding, 64 * 1024, leaveOpen: true) { NewLine = lineBreak };
        _isDeserialized = isDeserialized;
        _lineBreak = lineBreak;
        _writer.Write($"<Objs Version=\"1.1.0.1\" xmlns=\"{Namespace}\">");
        _depth = 1;
    }

    /// <summary>Writes one value, at the top level a root.</summary>
    public void Write(object? value) => Write(null, value);

    /// <summary>Begins a list at the top level whose elements follow, as <c>Export-Clixml -InputObject $array</c> writes one.</summary>
    public void BeginArray()
    {
        OpenObject(null, null);
        WriteTypes(["System.Object[]", "System.Array", "System.Object"]);
        Line("<LST>");
        _depth++;
    }

    /// <summary>Ends it.</summary>
    public void EndArray()
    {
        _depth--;
        Line("</LST>");
        CloseObject();
    }

    /// <summary>Ends the document.</summary>
    public void Dispose()
    {
        _writer.Write(_lineBreak);
        _writer.Write("</Objs>");
        _writer.Dispose();
    }

    private void Write(string? name, object? value)
    {
        switch (value)
        {
            case FixtureObject item:
                WriteOnce(name, item, WriteBody);
                break;
            case FixtureList list:
                WriteOnce(name, list, WriteItems);
                break;
            case FixtureEnum item:
                OpenObject(name, null);
                WriteTypes([item.TypeName, "System.Enum", "System.ValueType", "System.Object"]);
                Element("ToString", null, item.Name);
                Element("I32", null, item.Number.ToString(CultureInfo.InvariantCulture));
                CloseObject();
                break;
            default:
                WritePrimitive(name, value);
                break;
        }
    }

    private void WriteOnce<T>(string? name, T item, Action<T> body)
        where T : class
    {
        if (_ids.TryGetValue(item, out int id))
        {
            Line($"<Ref{Attribute(name)} RefId=\"{id}\" />");
            return;
        }
        OpenObject(name, item);
        body(item);
        CloseObject();
    }

    private void WriteBody(FixtureObject item)
    {
        WriteTypes(item.TypeNames);
        if (item.Text is not null)
            Element("ToString", null, item.Text);
        WriteBag("Props", item.Properties);
        WriteBag("MS", item.Notes);
    }

    private void WriteItems(FixtureList list)
    {
        WriteTypes([list.TypeName, "System.Object"]);
        if (list.Items.Count == 0)
        {
            Line("<LST />");
            return;
        }
        Line("<LST>");
        _depth++;
        foreach (object? item in list.Items)
            Write(null, item);
        _depth--;
        Line("</LST>");
    }

    private void WriteBag(string element, List<KeyValuePair<string, object?>> bag)
    {
        if (bag.Count == 0)
            return;
        Line($"<{element}>");
        _depth++;
        foreach (KeyValuePair<string, object?> property in bag)
            Write(property.Key, property.Value);
        _depth--;
        Line($"</{element}>");
    }

    private void WritePrimitive(string? name, object? value)
    {
        if (value is null)
            Line($"<Nil{Attribute(name)} />");
        else
            Element(PrimitiveForm.Element(value), name, PrimitiveForm.Text(value));
    }

    private void OpenObject(string? name, object? identity)
    {
        int id = _nextId++;
        if (identity is not null)
            _ids[identity] = id;
        Line($"<Obj{Attribute(name)} RefId=\"{id}\">");
        _depth++;
    }

    private void CloseObject()
    {
        _depth--;
        Line("</Obj>");
    }

    private void WriteTypes(IReadOnlyList<string> names)
    {
        string key = string.Join("|", names);
        if (_types.TryGetValue(key, out int known))
        {
            Line($"<TNRef RefId=\"{known}\" />");
            return;
        }
        _types[key] = _types.Count;
        Line($"<TN RefId=\"{_types.Count - 1}\">");
        _depth++;
        foreach (string name in names)
            Element("T", null, (_isDeserialized ? "Deserialized." : "") + name);
        _depth--;
        Line("</TN>");
    }

    private void Element(string element, string? name, string text)
    {
        Line(text.Length == 0
            ? $"<{element}{Attribute(name)}></{element}>"
            : $"<{element}{Attribute(name)}>{XmlForm.Text(text)}</{element}>");
    }

    private void Line(string line)
    {
        _writer.Write(_lineBreak);
        for (int i = 0; i < _depth; i++)
            _writer.Write("  ");
        _writer.Write(line);
    }

    private static string Attribute(string? name) => name is null ? "" : $" N=\"{XmlForm.Attribute(name)}\"";
}
