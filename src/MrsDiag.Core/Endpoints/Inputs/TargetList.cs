using System;
using System.Collections.Generic;

namespace MrsDiag.Endpoints;

/// <summary>The targets of a run: what names one endpoint is one target, in the order in which it was first named.</summary>
internal sealed class TargetList
{
    private readonly Dictionary<string, TargetDraft> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TargetDraft> _drafts = [];
    private IReadOnlyList<EndpointTarget>? _built;

    /// <summary>The targets.</summary>
    public IReadOnlyList<EndpointTarget> Targets => _built ??= _drafts.ConvertAll(d => d.Build());

    /// <summary>Adds a target, or to one that is there.</summary>
    public void Add(EndpointTarget target)
    {
        _built = null;
        string key = Key(target);
        if (!_byKey.TryGetValue(key, out TargetDraft? draft))
        {
            draft = new TargetDraft(target.Uri, target.Origin);
            _byKey.Add(key, draft);
            _drafts.Add(draft);
        }
        draft.Add(target);
    }

    // IIS does not tell upper from lower case in paths. All addresses of a domain have the same Autodiscover.
    private static string Key(EndpointTarget target) =>
        target.EmailAddress.Length > 0 ? "autodiscover:" + target.Uri.IdnHost : target.Uri.AbsoluteUri;
}
