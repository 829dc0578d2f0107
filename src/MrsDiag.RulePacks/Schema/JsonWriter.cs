using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace MrsDiag.RulePacks.Schema;

/// <summary>Writes a tree of dictionaries, lists, texts, numbers and truth values as indented JSON. Small on purpose: the schema is all it writes.</summary>
internal static class JsonWriter
{
    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>JSON with line feeds and a final one.</returns>
    public static string Write(object value)
    {
        StringBuilder text = new();
        Append(text, value, 0);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, object value, int depth)
    {
        switch (value)
        {
            case string s:
                AppendText(text, s);
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case JsonObject map:
                AppendAll(text, '{', '}', map.Members, depth, (member, inner) =>
                {
                    AppendText(text, member.Key);
                    text.Append(": ");
                    Append(text, member.Value, inner);
                });
                break;
            case IReadOnlyList<object> list:
                AppendAll(text, '[', ']', list, depth, (item, inner) => Append(text, item, inner));
                break;
            default:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void AppendAll<T>(StringBuilder text, char open, char close, IReadOnlyList<T> items, int depth, Action<T, int> append)
    {
        text.Append(open);
        for (int i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append('\n').Append(' ', (depth + 1) * 2);
            append(items[i], depth + 1);
        }
        if (items.Count > 0)
            text.Append('\n').Append(' ', depth * 2);
        text.Append(close);
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c < ' ' || c > '~')
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }
        text.Append('"');
    }
}
