using System;

namespace MrsDiag.RulePacks.Tests.Support;

/// <summary>A fault, made by one change to a pack without fault.</summary>
internal sealed class FaultSample
{
    private FaultSample(string code, string name, string text, string marked)
    {
        Code = code;
        Name = name;
        Text = text;
        Marked = marked;
    }

    /// <summary>The only code that loading it may report.</summary>
    public string Code { get; }

    /// <summary>What is wrong.</summary>
    public string Name { get; }

    /// <summary>The file with the fault.</summary>
    public string Text { get; }

    /// <summary>What the caret marks.</summary>
    public string Marked { get; }

    /// <summary>Files loaded before it.</summary>
    public string[] Others { get; private set; } = [];

    /// <summary>Whether the JSON schema must refuse it, too.</summary>
    public bool IsShape { get; private set; }

    public override string ToString() => Code + " " + Name;

    /// <summary>A fault in a copy of <see cref="GoodPacks.Full"/>.</summary>
    public static FaultSample Full(string code, string name, string find, string replace, string marked) =>
        new(code, name, Change(GoodPacks.Full, find, replace), marked);

    /// <summary>A fault in a copy of <see cref="GoodPacks.AllMeasures"/>.</summary>
    public static FaultSample Measures(string code, string name, string find, string replace, string marked) =>
        new(code, name, Change(GoodPacks.AllMeasures, find, replace), marked);

    /// <summary>A fault in an overlay over <see cref="GoodPacks.Full"/>.</summary>
    public static FaultSample Overlay(string code, string name, string find, string replace, string marked) =>
        new(code, name, Change(GoodPacks.Overlay, find, replace), marked) { Others = [GoodPacks.Full] };

    /// <summary>A fault in a text of its own.</summary>
    public static FaultSample Whole(string code, string name, string text, string marked) => new(code, name, text, marked);

    /// <summary>The same sample with another change.</summary>
    public FaultSample And(string find, string replace) =>
        new(Code, Name, Change(Text, find, replace), Marked) { Others = Others, IsShape = IsShape };

    /// <summary>The same sample, with files loaded before it.</summary>
    public FaultSample Beside(params string[] others) => new(Code, Name, Text, Marked) { Others = others, IsShape = IsShape };

    /// <summary>The same sample, which the JSON schema must refuse, too.</summary>
    public FaultSample Shape() => new(Code, Name, Text, Marked) { Others = Others, IsShape = true };

    private static string Change(string text, string find, string replace)
    {
        int at = text.IndexOf(find, StringComparison.Ordinal);
        if (at < 0)
            throw new InvalidOperationException("The good pack has no '" + find + "'.");
        return text.Remove(at, find.Length).Insert(at, replace);
    }
}
