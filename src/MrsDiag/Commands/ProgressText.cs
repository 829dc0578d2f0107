using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Affinity;

namespace MrsDiag.Commands;

/// <summary>The progress line of a test of load balancers: one endpoint by name, several by number. For the pipeline thread.</summary>
internal sealed class ProgressText(int endpoints)
{
    private readonly Dictionary<string, AffinityProgress> _running = new(StringComparer.OrdinalIgnoreCase);
    private int _done;

    /// <summary>For example <c>watching mail.contoso.com: 34 requests, 2 servers</c>.</summary>
    public string Status => endpoints > 1
        ? string.Format(CultureInfo.InvariantCulture, "{0} of {1} endpoints, {2} requests", _done, endpoints, _running.Values.Sum(p => p.Sent))
        : _running.Values.FirstOrDefault() is { } only
            ? string.Format(
                CultureInfo.InvariantCulture, "watching {0}: {1} requests, {2} {3}", only.Host, only.Sent, only.Servers, only.Servers == 1 ? "server" : "servers")
            : "looking up the name";

    /// <summary>0 to 100; -1 where the number of requests is not known yet.</summary>
    public int Percent
    {
        get
        {
            int planned = _running.Values.Sum(p => p.Planned);
            return planned == 0 ? -1 : Math.Min(100, _running.Values.Sum(p => Math.Min(p.Sent, p.Planned)) * 100 / planned);
        }
    }

    /// <summary>Notes how far an endpoint is.</summary>
    public void Note(AffinityProgress progress) => _running[progress.Host] = progress;

    /// <summary>Notes that an endpoint is done.</summary>
    public void Done() => _done = Math.Min(endpoints, _done + 1);
}
