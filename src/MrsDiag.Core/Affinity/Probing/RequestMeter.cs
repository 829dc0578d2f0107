using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MrsDiag.Affinity.Probing;

// Counts what is sent, and ends the test where going on would harm or say nothing: a storm of refusals, the cap, nobody there.
internal sealed class RequestMeter(int limit, int planned, Action<int, int>? progress)
{
    private const int RefusedInARow = 3;
    private const int Window = 10;
    private const int UnansweredAtFirst = 3;
    private const int UnansweredInARow = 6;

    private readonly object _gate = new();
    private readonly Queue<bool> _refused = new();
    private bool _wasAnswered;
    private int _refusedInARow;
    private int _unanswered;

    public int Sent { get; private set; }

    /// <summary>Why no more is sent; empty as long as it may be.</summary>
    public string StoppedEarly { get; private set; } = "";

    public bool IsStopped
    {
        get
        {
            lock (_gate)
                return StoppedEarly.Length > 0;
        }
    }

    /// <summary>Takes leave to send one request.</summary>
    public bool TryTake()
    {
        int sent;
        lock (_gate)
        {
            if (StoppedEarly.Length > 0)
                return false;
            if (Sent >= limit)
            {
                StoppedEarly = string.Format(CultureInfo.InvariantCulture, "The limit of {0} requests was reached.", limit);
                return false;
            }
            sent = ++Sent;
        }
        progress?.Invoke(sent, planned);
        return true;
    }

    /// <summary>An answer came. Three refusals in a row, or more than half of the last ten, are enough.</summary>
    public void Answered(int status)
    {
        lock (_gate)
        {
            _wasAnswered = true;
            _unanswered = 0;
            bool isRefusal = status is 429 or 503;
            _refusedInARow = isRefusal ? _refusedInARow + 1 : 0;
            _refused.Enqueue(isRefusal);
            if (_refused.Count > Window)
                _refused.Dequeue();
            int refusals = _refused.Count(static refused => refused);
            if (_refusedInARow >= RefusedInARow || refusals * 2 > Window)
            {
                Stop(FormattableString.Invariant($"{refusals} of the last {_refused.Count} answers were 429 or 503, the last one {status}: ")
                    + "the endpoint wants no more requests.");
            }
        }
    }

    /// <summary>No answer came to a request that nothing else stood beside.</summary>
    public void Unanswered(string error)
    {
        lock (_gate)
        {
            _unanswered++;
            if (!_wasAnswered && _unanswered >= UnansweredAtFirst)
                Stop($"unreachable: the first {_unanswered} attempts brought no answer. {error}");
            else if (_unanswered >= UnansweredInARow)
                Stop($"unreachable: {_unanswered} attempts in a row brought no answer. {error}");
        }
    }

    /// <summary>Sends no more; the first reason counts.</summary>
    public void Stop(string reason)
    {
        lock (_gate)
        {
            if (StoppedEarly.Length == 0)
                StoppedEarly = reason;
        }
    }
}
