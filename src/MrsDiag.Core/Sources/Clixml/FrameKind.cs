namespace MrsDiag.Sources.Clixml;

/// <summary>What an open element collects.</summary>
internal enum FrameKind : byte
{
    Document,
    Object,
    Properties,
    List,
    Dictionary,
    Entry,
}
