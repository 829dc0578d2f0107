using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Text;

namespace MrsDiag.Commands;

/// <summary>Turns the values of a <c>-Setting</c> table into the form that packs use.</summary>
internal static class SettingText
{
    /// <summary>Turns a table.</summary>
    /// <param name="settings">Names as <c>MRS3001.window</c>; values as text, number, time span or list.</param>
    /// <returns>The texts by name.</returns>
    public static Dictionary<string, string> Of(IDictionary settings)
    {
        Dictionary<string, string> texts = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in settings)
            texts[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? ""] = Write(entry.Value);
        return texts;
    }

    private static string Write(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        TimeSpan duration => Durations.ToRuleText(duration),
        string text => text,
        IEnumerable list => string.Join(",", list.Cast<object?>().Select(Write)),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };
}
