using YamlDotNet.Core.Events;

namespace MrsDiag.RulePacks.Yaml;

/// <summary>Where the text of a scalar stands. YamlDotNet's marks of block scalars begin at the indicator and end at the next token.</summary>
internal static class ScalarSpan
{
    /// <summary>The span of a scalar.</summary>
    /// <param name="scalar">The event.</param>
    /// <param name="source">The file.</param>
    /// <returns>Index of the first character and behind the last one.</returns>
    public static (int Start, int End) Of(Scalar scalar, SourceText source)
    {
        int start = source.Clamp(scalar.Start.Index);
        int end = source.Clamp(scalar.End.Index);
        if (scalar.Style is YamlDotNet.Core.ScalarStyle.Literal or YamlDotNet.Core.ScalarStyle.Folded)
            return Block(start, end, source);
        if (end > start)
            return (start, end);
        // Nothing is written: mark the dash, comma or colon before.
        while (start > 0 && (start == source.Text.Length || char.IsWhiteSpace(source.Text[start])))
            start--;
        return (start, start < source.Text.Length ? start + 1 : start);
    }

    private static (int Start, int End) Block(int indicator, int end, SourceText source)
    {
        while (end > indicator && char.IsWhiteSpace(source.Text[end - 1]))
            end--;
        int line = source.LineOf(indicator);
        for (int next = line + 1; next <= source.LineCount && source.LineStart(next) < end; next++)
            if (source.ContentStart(next) is var content && content < source.LineEnd(next))
                return (content, end);
        return (indicator, source.LineEnd(line));
    }
}
