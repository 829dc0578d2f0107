using System;
using System.Collections.Generic;
using System.Text;
using MrsDiag.RulePacks.Reporting;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MrsDiag.RulePacks.Yaml;

/// <summary>
/// Reads a text into positioned nodes by YamlDotNet's events. What a pack must not hold (anchors, aliases, tags, merge keys, several
/// documents) and duplicate keys are reported here, where both places are known. Never throws for what is in the text.
/// </summary>
internal sealed class YamlTextReader
{
    /// <summary>Largest file, in bytes of UTF-8.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Deepest nesting.</summary>
    public const int MaxDepth = 32;

    private readonly SourceText _source;
    private readonly FileDiagnostics _diagnostics;
    private readonly Parser _parser;
    private readonly YamlReadState _state = new();

    private YamlTextReader(FileDiagnostics diagnostics)
    {
        _diagnostics = diagnostics;
        _source = diagnostics.Source;
        _parser = new Parser(new System.IO.StringReader(_source.Text));
    }

    private ParsingEvent Current => _parser.Current!;

    /// <summary>Reads the one document of a file.</summary>
    /// <param name="diagnostics">The file, and where to report.</param>
    /// <returns>Its root, or <see langword="null"/> when it could not be read.</returns>
    public static YamlNode? Read(FileDiagnostics diagnostics)
    {
        SourceText source = diagnostics.Source;
        if (source.Text.Length > MaxBytes || Encoding.UTF8.GetByteCount(source.Text) > MaxBytes)
        {
            diagnostics.Report(DiagnosticCodes.TooLarge, 0, 0, "the file is larger than 1 MB.", DiagnosticCodes.TooLarge.Fix);
            return null;
        }
        return CharacterCheck.Passes(diagnostics) ? new YamlTextReader(diagnostics).ReadDocument() : null;
    }

    private YamlNode? ReadDocument()
    {
        try
        {
            Next();
            Next();
            if (Current is not DocumentStart)
            {
                _diagnostics.Report(DiagnosticCodes.NoDocument, 0, 0, "there is nothing in the file.", DiagnosticCodes.NoDocument.Fix);
                return null;
            }
            Next();
            YamlNode root = ReadNode(0);
            Next();
            Next();
            if (Current is DocumentStart second)
                _diagnostics.Report(DiagnosticCodes.SeveralDocuments, Index(second.Start), Index(second.End),
                    "a second document begins here.", DiagnosticCodes.SeveralDocuments.Fix);
            return root;
        }
        catch (TooDeepException)
        {
            return null;
        }
        // YamlDotNet throws more than its own exceptions on broken text, for example InvalidOperationException for an unclosed bracket.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            YamlSlips.Report(e, _state, _diagnostics);
            return null;
        }
    }

    private int Index(Mark mark) => _source.Clamp(mark.Index);

    private void Next()
    {
        if (!_parser.MoveNext())
            throw new InvalidOperationException("The events end early.");
        _state.Saw(Current, _source);
    }

    private YamlNode ReadNode(int depth)
    {
        ParsingEvent start = Current;
        if (start is NodeEvent node)
            RefuseProperties(node);
        if (start is MappingStart or SequenceStart && depth >= MaxDepth)
        {
            _diagnostics.Report(DiagnosticCodes.TooDeep, Index(start.Start), Index(start.Start) + 1,
                FormattableString.Invariant($"mappings and lists are nested more than {MaxDepth} levels deep."), DiagnosticCodes.TooDeep.Fix);
            throw new TooDeepException();
        }
        return start switch
        {
            Scalar scalar => ReadScalar(scalar),
            MappingStart mapping => ReadMapping(mapping, depth),
            SequenceStart sequence => ReadSequence(sequence, depth),
            _ => RefuseAlias(start),
        };
    }

    private YamlRefusedNode RefuseAlias(ParsingEvent alias)
    {
        YamlRefusedNode node = new(Index(alias.Start), Index(alias.End));
        _diagnostics.Report(DiagnosticCodes.Anchor, node, "aliases are not allowed.", DiagnosticCodes.Anchor.Fix);
        return node;
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        (int start, int end) = ScalarSpan.Of(scalar, _source);
        ScalarStyle style = scalar.Style switch
        {
            YamlDotNet.Core.ScalarStyle.SingleQuoted => ScalarStyle.SingleQuoted,
            YamlDotNet.Core.ScalarStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
            YamlDotNet.Core.ScalarStyle.Literal => ScalarStyle.Literal,
            YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Folded,
            _ => ScalarStyle.Plain,
        };
        return new YamlScalar(scalar.Value, style, start, end);
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        List<YamlNode> items = [];
        for (Next(); Current is not SequenceEnd; Next())
            items.Add(ReadNode(depth + 1));
        bool isFlow = start.Style == SequenceStyle.Flow;
        int first = Index(start.Start);
        return new YamlSequence(items, isFlow, first, isFlow ? BehindBracket() : _source.LineEnd(_source.LineOf(first)));
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        List<YamlEntry> entries = [];
        Dictionary<string, YamlScalar> keys = new(StringComparer.Ordinal);
        for (Next(); Current is not MappingEnd; Next())
        {
            YamlNode key = ReadNode(depth + 1);
            Next();
            YamlNode value = ReadNode(depth + 1);
            if (AcceptKey(key, keys) is { } name)
                entries.Add(new YamlEntry(name, value is YamlScalar { Kind: ScalarKind.Empty, Value.Length: 0 } ? AtKey(name) : value));
        }
        bool isFlow = start.Style == MappingStyle.Flow;
        int first = Index(start.Start);
        int end = isFlow ? BehindBracket() : entries.Count > 0 ? entries[0].Key.End : first + 1;
        return new YamlMapping(entries, isFlow, isFlow || entries.Count == 0 ? first : entries[0].Key.Start, end);
    }

    // The mark of an end event lies before the bracket.
    private int BehindBracket() => Math.Min(Index(Current.Start) + 1, _source.Text.Length);

    // A value that is not there has no place of its own; its key is what a reader looks at.
    private static YamlScalar AtKey(YamlScalar key) => new("", ScalarStyle.Plain, key.Start, key.End);

    private YamlScalar? AcceptKey(YamlNode node, Dictionary<string, YamlScalar> keys)
    {
        if (node is not YamlScalar { Value.Length: > 0 } key)
        {
            if (node is not YamlRefusedNode)
                _diagnostics.Report(DiagnosticCodes.KeyIsNoText, node, "a key must be a word.", DiagnosticCodes.KeyIsNoText.Fix);
            return null;
        }
        if (key is { Value: "<<", Style: ScalarStyle.Plain })
        {
            _diagnostics.Report(DiagnosticCodes.MergeKey, key, "merge keys are not allowed.", DiagnosticCodes.MergeKey.Fix);
            return null;
        }
        if (keys.TryGetValue(key.Value, out YamlScalar? first))
        {
            _diagnostics.ReportClash(DiagnosticCodes.DuplicateKey, key, $"key '{key.Value}' is used twice here.", _diagnostics.LocationOf(first), "first used at");
            return null;
        }
        keys.Add(key.Value, key);
        return key;
    }

    private void RefuseProperties(NodeEvent node)
    {
        int start = Index(node.Start);
        if (!node.Anchor.IsEmpty)
            _diagnostics.Report(DiagnosticCodes.Anchor, start, YamlReadState.WordEnd(_source, start), "anchors are not allowed.", DiagnosticCodes.Anchor.Fix);
        if (!node.Tag.IsEmpty)
            _diagnostics.Report(DiagnosticCodes.Tag, start, YamlReadState.WordEnd(_source, start), "tags are not allowed.", DiagnosticCodes.Tag.Fix);
    }

    // Leaves the recursion at once: what is nested this deeply is not worth reading on.
    private sealed class TooDeepException : Exception;
}
