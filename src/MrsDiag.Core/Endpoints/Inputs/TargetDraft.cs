using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MrsDiag.Endpoints;

/// <summary>A target while inputs still add to it.</summary>
internal sealed class TargetDraft(Uri uri, TargetOrigin origin)
{
    private readonly List<string> _names = [];
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PinnedServer> _direct = [];
    private readonly List<PinnedServer> _via = [];
    private readonly HashSet<string> _pinned = new(StringComparer.OrdinalIgnoreCase);
    private bool _probeName;
    private string _emailAddress = "";

    /// <summary>Adds what another input says about the same endpoint.</summary>
    public void Add(EndpointTarget target)
    {
        _probeName |= target.ProbeName;
        if (_emailAddress.Length == 0)
            _emailAddress = target.EmailAddress;
        if (target.OriginName.Length > 0 && _seen.Add(target.OriginName) && _names.Count == 0)
            _names.Add(target.OriginName);
        Add(_direct, target.Direct, "direct");
        Add(_via, target.Via, "via");
    }

    /// <summary>The target as it stands.</summary>
    public EndpointTarget Build() => new(uri)
    {
        Origin = origin,
        OriginName = Name(),
        Direct = SiblingServers.Fill(_direct),
        Via = _via.ToArray(),
        ProbeName = _probeName,
        EmailAddress = _emailAddress,
    };

    // A run may name one endpoint by thousands of moves.
    private string Name() => _seen.Count <= 1
        ? _names.FirstOrDefault() ?? ""
        : _names[0] + " and " + (_seen.Count - 1).ToString(CultureInfo.InvariantCulture) + " more";

    // A server by name is one, and with another virtual directory another one: a server may have several web sites.
    private void Add(List<PinnedServer> list, IReadOnlyList<PinnedServer> servers, string route)
    {
        foreach (PinnedServer server in servers)
        {
            if (!_pinned.Add(route + "|" + server.Name + "|" + server.Configuration?.Identity))
                continue;
            int bare = list.FindIndex(s => Same(s.Name, server.Name) && (s.Configuration is null || server.Configuration is null));
            if (bare < 0)
                list.Add(server);
            else if (list[bare].Configuration is null)
                list[bare] = server;
        }
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
