using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace MrsDiag.RulePacks.Tests.Json;

/// <summary>
/// Reads JSON strictly into dictionaries, lists, strings, doubles, truth values and null. Independent of the writer it checks, and there
/// on .NET Framework, too.
/// </summary>
internal sealed class JsonReader
{
    private readonly string _text;
    private int _at;

    private JsonReader(string text) => _text = text;

    public static object? Read(string text)
    {
        JsonReader reader = new(text);
        object? value = reader.Value();
        reader.Blank();
        return reader._at == text.Length ? value : throw reader.Fault("the end");
    }

    private FormatException Fault(string expected) => new($"Expected {expected} at {_at}.");

    private void Blank()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\n' or '\r' or '\t')
            _at++;
    }

    private bool Take(string token)
    {
        Blank();
        if (string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0)
            return false;
        _at += token.Length;
        return true;
    }

    private void Need(string token)
    {
        if (!Take(token))
            throw Fault(token);
    }

    private object? Value()
    {
        Blank();
        if (_at >= _text.Length)
            throw Fault("a value");
        switch (_text[_at])
        {
            case '{':
                return Object();
            case '[':
                return Array();
            case '"':
                return String();
            default:
                return Take("true") ? true : Take("false") ? false : Take("null") ? null : Number();
        }
    }

    private Dictionary<string, object?> Object()
    {
        Dictionary<string, object?> members = [];
        Need("{");
        if (Take("}"))
            return members;
        do
        {
            Blank();
            string name = String();
            Need(":");
            members.Add(name, Value());
        }
        while (Take(","));
        Need("}");
        return members;
    }

    private List<object?> Array()
    {
        List<object?> items = [];
        Need("[");
        if (Take("]"))
            return items;
        do
            items.Add(Value());
        while (Take(","));
        Need("]");
        return items;
    }

    private string String()
    {
        Need("\"");
        StringBuilder text = new();
        while (_at < _text.Length && _text[_at] != '"')
        {
            char c = _text[_at++];
            if (c < ' ')
                throw Fault("no control character");
            text.Append(c == '\\' ? Escape() : c);
        }
        Need("\"");
        return text.ToString();
    }

    private char Escape()
    {
        char c = _text[_at++];
        if (c == 'u')
        {
            _at += 4;
            return (char)int.Parse(_text.Substring(_at - 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }
        return c is '"' or '\\' or '/' ? c : c == 'n' ? '\n' : throw Fault("an escape");
    }

    private double Number()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsDigit(_text[_at]) || _text[_at] is '-' or '+' or '.' or 'e' or 'E'))
            _at++;
        return double.TryParse(_text.Substring(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw Fault("a number");
    }
}
