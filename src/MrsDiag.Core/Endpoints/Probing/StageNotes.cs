using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Endpoints.Probing;

// Which stages of one address were walked, and why the others were not. Told by several at once.
internal sealed class StageNotes
{
    private static readonly EndpointStage[] Walked =
    [
        EndpointStage.Tcp, EndpointStage.Tls, EndpointStage.Http, EndpointStage.Expect, EndpointStage.Ntlm, EndpointStage.Logon, EndpointStage.Health,
    ];

    private readonly List<StageNote> _notes = [];
    private readonly HashSet<EndpointStage> _settled = [];

    public StageNote[] Notes
    {
        get
        {
            lock (_notes)
                return [.. _notes.OrderBy(static note => note.Stage)];
        }
    }

    /// <summary>The stage was walked to its end.</summary>
    public void Done(EndpointStage stage)
    {
        lock (_notes)
            _settled.Add(stage);
    }

    public void Add(EndpointStage stage, string reason, string detail)
    {
        lock (_notes)
        {
            _settled.Add(stage);
            _notes.Add(new StageNote { Stage = stage, Reason = reason, Detail = detail });
        }
    }

    /// <summary>The same note for all stages that nothing is known of yet.</summary>
    public void Rest(string reason, string detail)
    {
        lock (_notes)
        {
            foreach (EndpointStage stage in Walked)
            {
                if (_settled.Add(stage))
                    _notes.Add(new StageNote { Stage = stage, Reason = reason, Detail = detail });
            }
        }
    }
}
