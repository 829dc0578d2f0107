using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace MrsDiag.Package.Tests;

/// <summary>Reads the part of PowerShell data files that the manifest uses: hashtables, arrays and strings in single quotes.</summary>
internal sealed partial class ManifestReader
{
    private readonly List<string> _tokens = [];
    private int _next;

    private ManifestReader(string text)
    {
        foreach (Match match in Token().Matches(text))
        {
            if (!match.Value.StartsWith('#'))
                _tokens.Add(match.Value);
        }
    }

    public static IReadOnlyDictionary<string, object> Read(string text)
    {
        ManifestReader reader = new(text);
        return (IReadOnlyDictionary<string, object>)reader.Value();
    }

    private object Value()
    {
        string token = _tokens[_next++];
        return token switch
        {
            "@{" => Table(),
            "@(" => List(),
            _ when token.StartsWith('\'') => token[1..^1].Replace("''", "'"),
            _ => throw new FormatException("Not understood in the manifest: " + token),
        };
    }

    private Dictionary<string, object> Table()
    {
        Dictionary<string, object> table = new(StringComparer.OrdinalIgnoreCase);
        while (_tokens[_next] != "}")
        {
            string key = _tokens[_next++];
            if (_tokens[_next++] != "=")
                throw new FormatException("No '=' behind " + key);
            table.Add(key, Value());
        }
        _next++;
        return table;
    }

    private string[] List()
    {
        List<string> items = [];
        while (_tokens[_next] != ")")
            items.Add((string)Value());
        _next++;
        return [.. items];
    }

    [GeneratedRegex(@"#[^\r\n]*|@\{|@\(|\}|\)|=|'(?:[^']|'')*'|\w+")]
    private static partial Regex Token();
}
