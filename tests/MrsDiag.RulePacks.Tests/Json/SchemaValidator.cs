using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace MrsDiag.RulePacks.Tests.Json;

/// <summary>
/// Validates by the part of JSON schema draft 07 that the pack schema uses. A keyword that it does not know is an error of the schema,
/// so that nothing in it goes unchecked.
/// </summary>
internal sealed class SchemaValidator(Dictionary<string, object?> root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "title", "description", "examples", "enumDescriptions", "definitions"];

    /// <summary>The first thing wrong, or <see langword="null"/>.</summary>
    public string? Problem(object? value) => Problem(value, root, "$");

    private string? Problem(object? value, object? schema, string path)
    {
        if (schema is bool allowed)
            return allowed ? null : path + ": not allowed here";
        Dictionary<string, object?> map = (Dictionary<string, object?>)schema!;
        foreach (KeyValuePair<string, object?> keyword in map)
            if (!Annotations.Contains(keyword.Key) && Check(keyword.Key, keyword.Value, map, value, path) is { } problem)
                return problem;
        return null;
    }

    private string? Check(string keyword, object? by, Dictionary<string, object?> schema, object? value, string path)
    {
        switch (keyword)
        {
            case "$ref":
                return Problem(value, Definition((string)by!), path);
            case "type":
                return (by is List<object?> types ? types : [by]).Any(t => IsType(value, (string)t!)) ? null : $"{path}: no {string.Join("/", by is List<object?> l ? l : [by])}";
            case "enum":
                return ((List<object?>)by!).Any(e => Equals(e, value)) ? null : path + ": not in the enum";
            case "const":
                return Equals(by, value) ? null : path + ": not the constant";
            case "anyOf":
                return Options(by).Any(o => Problem(value, o, path) is null) ? null : path + ": none of anyOf";
            case "oneOf":
                return Options(by).Count(o => Problem(value, o, path) is null) == 1 ? null : path + ": not exactly one of oneOf";
            case "allOf":
                return Options(by).Select(o => Problem(value, o, path)).FirstOrDefault(p => p is not null);
            case "not":
                return Problem(value, by, path) is null ? path + ": is what it must not be" : null;
            case "if":
                return schema.TryGetValue(Problem(value, by, path) is null ? "then" : "else", out object? branch) ? Problem(value, branch, path) : null;
            case "then" or "else":
                return null;
            case "patternProperties":
                return null;
            default:
                return value switch
                {
                    Dictionary<string, object?> map => CheckObject(keyword, by, schema, map, path),
                    List<object?> list => CheckArray(keyword, by, list, path),
                    string text => CheckText(keyword, by, text, path),
                    double number => CheckNumber(keyword, by, number, path),
                    _ => Known(keyword),
                };
        }
    }

    private object? Definition(string reference)
    {
        object? found = root;
        foreach (string step in reference.Substring(2).Split('/'))
            found = ((Dictionary<string, object?>)found!)[step];
        return found;
    }

    private static IEnumerable<object?> Options(object? by) => (List<object?>)by!;

    private static bool IsType(object? value, string type) => type switch
    {
        "object" => value is Dictionary<string, object?>,
        "array" => value is List<object?>,
        "string" => value is string,
        "number" => value is double,
        "integer" => value is double number && Math.Floor(number) == number,
        "boolean" => value is bool,
        _ => throw new NotSupportedException("type " + type),
    };

    private string? CheckObject(string keyword, object? by, Dictionary<string, object?> schema, Dictionary<string, object?> map, string path)
    {
        switch (keyword)
        {
            case "required":
                return ((List<object?>)by!).Where(k => !map.ContainsKey((string)k!)).Select(k => $"{path}: no {k}").FirstOrDefault();
            case "minProperties":
                return map.Count < (double)by! ? path + ": too few members" : null;
            case "maxProperties":
                return map.Count > (double)by! ? path + ": too many members" : null;
            case "properties":
                return ((Dictionary<string, object?>)by!).Where(p => map.ContainsKey(p.Key))
                    .Select(p => Problem(map[p.Key], p.Value, path + "." + p.Key)).FirstOrDefault(p => p is not null);
            case "additionalProperties":
                return map.Select(m => Additional(m, schema, path)).FirstOrDefault(p => p is not null);
            default:
                return Known(keyword);
        }
    }

    // Only additionalProperties: false is used; members that patternProperties fit are judged by them.
    private string? Additional(KeyValuePair<string, object?> member, Dictionary<string, object?> schema, string path)
    {
        if (schema.TryGetValue("properties", out object? known) && ((Dictionary<string, object?>)known!).ContainsKey(member.Key))
            return null;
        if (schema.TryGetValue("patternProperties", out object? patterns))
            foreach (KeyValuePair<string, object?> pattern in (Dictionary<string, object?>)patterns!)
                if (Fits(member.Key, pattern.Key))
                    return Problem(member.Value, pattern.Value, path + "." + member.Key);
        return $"{path}: unknown {member.Key}";
    }

    private string? CheckArray(string keyword, object? by, List<object?> list, string path) => keyword switch
    {
        "items" => list.Select((item, i) => Problem(item, by, $"{path}[{i}]")).FirstOrDefault(p => p is not null),
        "minItems" => list.Count < (double)by! ? path + ": too few items" : null,
        _ => Known(keyword),
    };

    private static string? CheckText(string keyword, object? by, string text, string path) => keyword switch
    {
        "pattern" => Fits(text, (string)by!) ? null : path + ": another form than " + by,
        "minLength" => text.Length < (double)by! ? path + ": too short" : null,
        "maxLength" => text.Length > (double)by! ? path + ": too long" : null,
        _ => Known(keyword),
    };

    private static string? CheckNumber(string keyword, object? by, double number, string path) => keyword switch
    {
        "minimum" => number < (double)by! ? path + ": too small" : null,
        "maximum" => number > (double)by! ? path + ": too large" : null,
        _ => Known(keyword),
    };

    private static bool Fits(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.ECMAScript);

    // A keyword for another type of value says nothing about this one.
    private static string? Known(string keyword) => keyword is "required" or "minProperties" or "maxProperties" or "properties" or "additionalProperties"
        or "items" or "minItems" or "pattern" or "minLength" or "maxLength" or "minimum" or "maximum"
        ? null
        : throw new NotSupportedException("keyword " + keyword);
}
