using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.RulePacks.Schema;

/// <summary>What a value looks like. Binder, JSON schema and help read the same shapes.</summary>
internal abstract record Shape
{
    /// <summary>The shape in words, for messages and help: <c>text</c>, <c>list of rule ids</c>.</summary>
    public abstract string Words { get; }

    /// <summary>The shape in words with its article.</summary>
    public virtual string OneOf => Grammar.WithArticle(Words);

    /// <summary>The shape in words in the plural.</summary>
    public virtual string Several => Grammar.Plural(Words);
}

/// <summary>True or false.</summary>
/// <param name="OnlyTrue">Whether <c>false</c> would say nothing and is refused.</param>
internal sealed record BooleanShape(bool OnlyTrue = false) : Shape
{
    public override string Words => OnlyTrue ? "true" : "true or false";
}

/// <summary>A number in decimal notation.</summary>
/// <param name="Min">Lowest, or none.</param>
/// <param name="Max">Highest, or none.</param>
/// <param name="IsWhole">Whether it has no fraction.</param>
internal sealed record NumberShape(double? Min = null, double? Max = null, bool IsWhole = false) : Shape
{
    public override string Words => (IsWhole ? "whole number" : "number") + Range;

    private string Range => (Min, Max) switch
    {
        (null, null) => "",
        (_, null) => FormattableString.Invariant($" from {Min}"),
        (null, _) => FormattableString.Invariant($" up to {Max}"),
        _ => FormattableString.Invariant($" from {Min} to {Max}"),
    };
}

/// <summary>Any single value: the type is decided by what it is compared with.</summary>
/// <param name="TakesText">Whether text fits.</param>
/// <param name="TakesNumber">Whether numbers fit.</param>
/// <param name="TakesBoolean">Whether true and false fit.</param>
internal sealed record ScalarShape(bool TakesText, bool TakesNumber, bool TakesBoolean) : Shape
{
    public override string Words
    {
        get
        {
            List<string> kinds = [];
            if (TakesText)
                kinds.Add("text");
            if (TakesNumber)
                kinds.Add("number");
            if (TakesBoolean)
                kinds.Add("true or false");
            return string.Join(" or ", kinds);
        }
    }
}

/// <summary>A list.</summary>
/// <param name="Item">Each item.</param>
/// <param name="MayBeEmpty">Whether it may have none.</param>
internal sealed record ListShape(Shape Item, bool MayBeEmpty = false) : Shape
{
    public override string Words => "list of " + Item.Several;

    public override string Several => "lists of " + Item.Several;
}

/// <summary>A mapping whose keys the author chooses.</summary>
/// <param name="Key">Each key.</param>
/// <param name="Value">Each value.</param>
internal sealed record MapShape(TextShape Key, Shape Value) : Shape
{
    public override string Words => $"mapping of {Key.Several} to {Value.Several}";
}

/// <summary>A mapping with the keys of a table.</summary>
/// <param name="Get">The table; by call, since conditions hold conditions.</param>
internal sealed record TableShape(Func<KeyTable> Get) : Shape
{
    public override string Words => Get().IsNamedByKey ? "mapping" : Get().Name;
}

/// <summary>One of several shapes.</summary>
/// <param name="Options">The shapes.</param>
internal sealed record ChoiceShape(params Shape[] Options) : Shape
{
    public override string Words => string.Join(" or ", Options.Select(o => o.Words));

    public override string OneOf => string.Join(" or ", Options.Select(o => o.OneOf));

    public override string Several => string.Join(" or ", Options.Select(o => o.Several));
}
