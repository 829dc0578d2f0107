using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace MrsDiag.Completion;

/// <summary>What completers share: matching what is typed so far, and quoting what is put in.</summary>
internal static class CompletionText
{
    /// <summary>Offers the candidates that begin with what is typed.</summary>
    /// <param name="word">What is typed, perhaps with an opening quote, perhaps with wildcards.</param>
    /// <param name="candidates">Text put in, other names it is found by, tooltip.</param>
    /// <returns>The offers, in the order of the candidates.</returns>
    internal static IEnumerable<CompletionResult> Offer(string? word, IEnumerable<(string Text, string OtherName, string ToolTip)> candidates)
    {
        string typed = word ?? "";
        char? quote = typed.Length > 0 && typed[0] is '\'' or '"' ? typed[0] : null;
        WildcardPattern pattern = new((quote is null ? typed : typed.Substring(1).TrimEnd(quote.Value)) + "*", WildcardOptions.IgnoreCase);
        return candidates
            .Where(c => pattern.IsMatch(c.Text) || pattern.IsMatch(c.OtherName))
            .Select(c => new CompletionResult(
                Quote(c.Text, quote), c.Text, CompletionResultType.ParameterValue, c.ToolTip.Length > 0 ? c.ToolTip : c.Text));
    }

    private static string Quote(string text, char? quote)
    {
        if (quote == '"')
            return "\"" + text.Replace("`", "``").Replace("\"", "`\"").Replace("$", "`$") + "\"";
        bool plain = text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');
        return plain && quote is null ? text : "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'";
    }
}
