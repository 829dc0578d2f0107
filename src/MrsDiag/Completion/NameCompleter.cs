using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace MrsDiag.Completion;

/// <summary>Completes names that come from the module's rule packs.</summary>
public abstract class NameCompleter : IArgumentCompleter
{
    private protected NameCompleter()
    {
    }

    /// <summary>Offers names.</summary>
    /// <param name="commandName">Command being typed.</param>
    /// <param name="parameterName">Its parameter.</param>
    /// <param name="wordToComplete">What is typed so far.</param>
    /// <param name="commandAst">The command so far.</param>
    /// <param name="fakeBoundParameters">Parameters before this one.</param>
    /// <returns>The offers; none when the packs cannot be read.</returns>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            return CompletionText.Offer(wordToComplete, Candidates().OrderBy(c => c.Text, StringComparer.Ordinal)).ToArray();
        }
        catch (Exception)
        {
            // An error in the middle of typing helps nobody; the command itself will tell.
            return [];
        }
    }

    /// <summary>All that can be offered.</summary>
    /// <returns>Text put in, other name it is found by, tooltip.</returns>
    private protected abstract IEnumerable<(string Text, string OtherName, string ToolTip)> Candidates();
}
