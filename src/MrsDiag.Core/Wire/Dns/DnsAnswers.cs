using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Wire.Dns;

/// <summary>Makes sense of a response.</summary>
public static class DnsAnswers
{
    /// <summary>
    /// Whether a message is the response to a query. One that is not is stale or forged: drop it and go on waiting.
    /// </summary>
    /// <param name="response">The message received.</param>
    /// <param name="id">The number of the query.</param>
    /// <param name="name">The name asked for, as given to <see cref="DnsQuery.Create"/>.</param>
    /// <param name="type">The type asked for.</param>
    /// <returns>Whether number and question are those of the query; a response without a question fits only where it is an error.</returns>
    public static bool Fits(DnsMessage response, ushort id, string name, DnsType type)
    {
        if (response is null)
            throw new ArgumentNullException(nameof(response));
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        if (!response.IsResponse || response.Id != id || response.Operation != 0)
            return false;
        if (response.QuestionType is null)
            return response.Code != DnsResponseCode.NoError;
        return response.QuestionType == type && DnsQuery.TryNormalize(name, out string ascii) && IsSame(response.QuestionName, ascii);
    }

    /// <summary>Follows the aliases from the name asked for to the records of the type asked for.</summary>
    /// <param name="response">A response with its question.</param>
    /// <returns>Aliases, final name and records; records of names outside the chain are left out.</returns>
    public static DnsResolution Follow(DnsMessage response)
    {
        if (response is null)
            throw new ArgumentNullException(nameof(response));
        Dictionary<string, DnsRecord> next = AliasesByName(response);
        var visited = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var aliases = new List<DnsRecord>();
        string name = response.QuestionName;
        bool isLoop = false;
        // Who asks for aliases wants the first one, not what it leads to.
        while (response.QuestionType != DnsType.Cname && next.TryGetValue(name, out DnsRecord? alias))
        {
            if (!visited.Add(name))
            {
                isLoop = true;
                break;
            }
            aliases.Add(alias);
            name = alias.Value;
        }
        List<DnsRecord> records = [.. response.Answers.Where(record => record.Type == response.QuestionType && IsSame(record.Name, name))];
        uint? timeToLive = aliases.Concat(records).Select(record => (uint?)record.TimeToLive).Min();
        return new DnsResolution(aliases, name, records, timeToLive, isLoop);
    }

    // Of several aliases of one name, which no zone may have, the first counts.
    private static Dictionary<string, DnsRecord> AliasesByName(DnsMessage response)
    {
        var aliases = new Dictionary<string, DnsRecord>(StringComparer.OrdinalIgnoreCase);
        foreach (DnsRecord record in response.Answers)
        {
            if (record.Type == DnsType.Cname && !aliases.ContainsKey(record.Name))
                aliases.Add(record.Name, record);
        }
        return aliases;
    }

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
