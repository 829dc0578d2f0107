using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace MrsDiag.Rules;

/// <summary>A message with placeholders in braces; doubled braces stand for themselves.</summary>
public sealed class MessageTemplate
{
    private MessageTemplate(IReadOnlyList<MessagePart> parts) => Parts = parts;

    /// <summary>Its parts in order.</summary>
    public IReadOnlyList<MessagePart> Parts { get; }

    /// <summary>The placeholders in order.</summary>
    public IEnumerable<MessagePart> Placeholders => Parts.Where(p => p.IsPlaceholder);

    /// <summary>Reads a template. A brace that is never closed is literal text and is told through <paramref name="problem"/>.</summary>
    /// <param name="template">The text.</param>
    /// <param name="problem">Offset of the brace that is wrong, or -1.</param>
    /// <returns>The template.</returns>
    public static MessageTemplate Parse(string template, out int problem)
    {
        problem = -1;
        List<MessagePart> parts = [];
        StringBuilder literal = new();
        int literalStart = 0;
        int i = 0;
        while (i < template.Length)
        {
            char c = template[i];
            if (c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c)
            {
                literal.Append(c);
                i += 2;
                continue;
            }
            int end = c == '{' ? template.IndexOf('}', i) : -1;
            if (c is '{' or '}' && end < 0 && problem < 0)
                problem = i;
            if (end < 0)
            {
                literal.Append(c);
                i++;
                continue;
            }
            if (literal.Length > 0)
                parts.Add(new MessagePart(literal.ToString(), IsPlaceholder: false, literalStart));
            literal.Clear();
            parts.Add(new MessagePart(template.Substring(i + 1, end - i - 1).Trim(), IsPlaceholder: true, i));
            i = end + 1;
            literalStart = i;
        }
        if (literal.Length > 0)
            parts.Add(new MessagePart(literal.ToString(), IsPlaceholder: false, literalStart));
        return new MessageTemplate(parts);
    }
}
