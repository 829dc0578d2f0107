using System.Collections.Generic;
using YamlDotNet.Core.Events;

namespace MrsDiag.RulePacks.Yaml;

/// <summary>What was read last: where the parser stands when it fails, which its own marks often do not tell.</summary>
internal sealed class YamlReadState
{
    private readonly Stack<int> _openFlows = new();

    /// <summary>The last event.</summary>
    public ParsingEvent? Last { get; private set; }

    /// <summary>Index behind the last event.</summary>
    public int LastEnd { get; private set; }

    /// <summary>Index of the innermost bracket or brace that is open, or -1.</summary>
    public int OpenFlow => _openFlows.Count > 0 ? _openFlows.Peek() : -1;

    /// <summary>Index of the bracket or brace closed by the last event, or -1.</summary>
    public int ClosedFlow { get; private set; } = -1;

    private readonly Stack<bool> _isFlow = new();

    /// <summary>Follows one event.</summary>
    /// <param name="event">The event.</param>
    /// <param name="source">The file.</param>
    public void Saw(ParsingEvent @event, SourceText source)
    {
        Last = @event;
        LastEnd = source.Clamp(@event.End.Index);
        ClosedFlow = -1;
        switch (@event)
        {
            case MappingStart mapping:
                Open(mapping.Style == MappingStyle.Flow, source.Clamp(mapping.Start.Index));
                break;
            case SequenceStart sequence:
                Open(sequence.Style == SequenceStyle.Flow, source.Clamp(sequence.Start.Index));
                break;
            case MappingEnd or SequenceEnd:
                if (_isFlow.Pop())
                    ClosedFlow = _openFlows.Pop();
                break;
        }
    }

    /// <summary>The end of a word.</summary>
    /// <param name="source">The file.</param>
    /// <param name="start">Where it begins.</param>
    /// <returns>Index of the white space behind it.</returns>
    public static int WordEnd(SourceText source, int start)
    {
        int end = start;
        while (end < source.Text.Length && !char.IsWhiteSpace(source.Text[end]))
            end++;
        return end;
    }

    private void Open(bool isFlow, int start)
    {
        _isFlow.Push(isFlow);
        if (isFlow)
            _openFlows.Push(start);
    }
}
