using System;
using System.Collections.Generic;

namespace MrsDiag.Wire.Authentication;

/// <summary>Reads WWW-Authenticate and Proxy-Authenticate values, one challenge a field or many in one.</summary>
public static class AuthChallengeReader
{
    private const int MostChallenges = 64;

    /// <summary>Reads all challenges. Never throws for what a server sent: what cannot be read is passed over.</summary>
    /// <param name="headerValues">The values of all fields of the name, in their order.</param>
    /// <returns>The challenges in their order, at most 64.</returns>
    public static IReadOnlyList<AuthChallenge> Read(IEnumerable<string> headerValues)
    {
        if (headerValues is null)
            throw new ArgumentNullException(nameof(headerValues));
        var challenges = new List<AuthChallenge>();
        foreach (string? value in headerValues)
        {
            if (value is not null)
                ReadValue(new ChallengeText(value), challenges);
        }
        return challenges;
    }

    private static void ReadValue(ChallengeText text, List<AuthChallenge> challenges)
    {
        // Only known when the field is read to its end: the comma separates challenges and parameters alike.
        Dictionary<string, string>? parameters = null;
        while (text.SkipSeparators() && challenges.Count < MostChallenges)
        {
            string word = text.Word();
            if (word.Length == 0)
                text.SkipOne();
            else if (text.TrySkipEquals())
                Add(parameters, word, text.Value());
            else
                challenges.Add(new AuthChallenge(word, text.Token(), parameters = NewParameters()));
        }
    }

    private static Dictionary<string, string> NewParameters() => new(StringComparer.OrdinalIgnoreCase);

    // A parameter before any scheme belongs to nothing.
    private static void Add(Dictionary<string, string>? parameters, string name, string value)
    {
        if (parameters is not null && parameters.Count < MostChallenges && !parameters.ContainsKey(name))
            parameters.Add(name, value);
    }
}
