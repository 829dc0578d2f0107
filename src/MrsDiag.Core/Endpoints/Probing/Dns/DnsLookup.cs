using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Wire.Dns;

namespace MrsDiag.Endpoints.Probing;

// The addresses of a name as a DNS server tells them, with the aliases on the way.
internal sealed class DnsLookup(DnsClient client)
{
    public async Task RunAsync(string host, DnsObservation observation, CancellationToken cancellationToken)
    {
        // The system completes a short name by its search list; asking for the bare label would show a difference that is none.
        if (host.TrimEnd('.').IndexOf('.') < 0)
        {
            observation.QueryError = "A name without a dot is completed by this computer and not asked of a DNS server.";
            return;
        }
        DnsReply first = await client.AskAsync(host, DnsType.A, cancellationToken).ConfigureAwait(false);
        observation.QueryEnd = first.End;
        observation.Server = first.Server;
        observation.QueryError = first.Error + first.CodeName;
        if (first.Message is null)
            return;
        List<DnsReply> replies = [first];
        if (first.Message.Code == DnsResponseCode.NoError)
            replies.Add(await client.AskAsync(host, DnsType.Aaaa, cancellationToken).ConfigureAwait(false));
        Fill(observation, [.. replies.Where(static reply => reply.Message is not null).Select(static reply => DnsAnswers.Follow(reply.Message!))]);
    }

    private static void Fill(DnsObservation observation, DnsResolution[] resolutions)
    {
        // Both answers carry the aliases, one of them perhaps a second older.
        observation.Records =
        [
            .. resolutions.SelectMany(static resolution => resolution.Aliases.Concat(resolution.Records))
                .GroupBy(static record => (record.Name, record.Type, record.Value))
                .Select(static same => Describe(same.First())),
        ];
        observation.QueryAddresses =
            [.. resolutions.SelectMany(static resolution => resolution.Records).Select(static record => record.Value).Distinct()];
        observation.CanonicalName = resolutions.FirstOrDefault(static resolution => resolution.Aliases.Count > 0)?.FinalName ?? "";
        uint? shortest = resolutions.Where(static resolution => resolution.Records.Count > 0).Min(static resolution => resolution.TimeToLive);
        observation.TimeToLive = shortest is { } seconds ? Seconds(seconds) : null;
        if (resolutions.Any(static resolution => resolution.IsLoop))
            observation.QueryError = "The aliases lead back to themselves.";
    }

    private static DnsRecordObservation Describe(DnsRecord record) => new()
    {
        Name = record.Name,
        Type = record.Type.ToString().ToUpperInvariant(),
        Value = record.Value,
        TimeToLive = Seconds(record.TimeToLive),
    };

    private static int Seconds(uint value) => value > int.MaxValue ? int.MaxValue : (int)value;
}
