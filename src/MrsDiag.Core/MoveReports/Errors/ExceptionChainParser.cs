using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Text;

namespace MrsDiag.MoveReports;

/// <summary>Reads an error text as the chain of exceptions that it prints. The one place where that is done (J4).</summary>
public static class ExceptionChainParser
{
    /// <summary>Reads a chain.</summary>
    /// <param name="message">The text: a message, <c>Type: message</c>, messages joined by arrows, or what PowerShell prints for an error.</param>
    /// <param name="outerType">The class of the outermost exception where the input names it apart from the message.</param>
    /// <returns>The chain, outermost first; one empty link for an empty text.</returns>
    public static IReadOnlyList<ExceptionLink> Parse(string message, string outerType = "") => Parse(message, outerType, out _);

    /// <summary>Reads a chain and tells whether its middle was dropped because it was too long.</summary>
    /// <param name="message">The text.</param>
    /// <param name="outerType">The class of the outermost exception, or empty.</param>
    /// <param name="wasCut">Whether links in the middle were dropped.</param>
    /// <returns>The chain.</returns>
    public static IReadOnlyList<ExceptionLink> Parse(string message, string outerType, out bool wasCut)
    {
        string text = ErrorNoise.Strip(TextCleaner.Clean(message), out string noiseType);
        if (outerType.Length == 0)
            text = FromClassName(text);
        List<ExceptionLink> links = [];
        outerType = TypePrefix.WithoutNamespace(outerType.Length > 0 ? outerType : noiseType);
        foreach (ChainSegment segment in ChainSplitter.Split(text, out wasCut))
            LinkReader.Read(segment, links.Count == 0 ? outerType : "", links);
        return Collapse(WithOuterType(links, outerType));
    }

    /// <summary>The link that decides: the last that is no wrapper, else the last.</summary>
    /// <param name="chain">A chain that is not empty.</param>
    /// <returns>That link.</returns>
    public static ExceptionLink Innermost(IReadOnlyList<ExceptionLink> chain)
    {
        for (int i = chain.Count - 1; i >= 0; i--)
        {
            if (!chain[i].IsWrapper)
                return chain[i];
        }
        return chain[chain.Count - 1];
    }

    /// <summary>
    /// The class of the innermost cause: of the deciding link or, where the text names none there, of the nearest link around it, preferring one
    /// that is no wrapper.
    /// </summary>
    /// <param name="chain">A chain that is not empty.</param>
    /// <returns>A class name, or empty.</returns>
    public static string InnermostType(IReadOnlyList<ExceptionLink> chain)
    {
        ExceptionLink innermost = Innermost(chain);
        if (innermost.Type.Length > 0)
            return innermost.Type;
        int place = Place(chain, innermost);
        return chain.Take(place).LastOrDefault(l => l.Type.Length > 0 && !WrapperTable.IsWrapperType(l.Type))?.Type
            ?? chain.Take(place).LastOrDefault(l => l.Type.Length > 0)?.Type
            ?? chain.FirstOrDefault(l => l.Type.Length > 0)?.Type ?? "";
    }

    private static int Place(IReadOnlyList<ExceptionLink> chain, ExceptionLink link)
    {
        int place = chain.Count - 1;
        while (place > 0 && !ReferenceEquals(chain[place], link))
            place--;
        return place;
    }

    /// <summary>Puts the chain of an InnerException behind the chain of the exception that carries it; what both say is said once.</summary>
    /// <param name="outer">The outer chain.</param>
    /// <param name="inner">The inner chain.</param>
    /// <returns>The whole chain.</returns>
    public static IReadOnlyList<ExceptionLink> Join(IReadOnlyList<ExceptionLink> outer, IReadOnlyList<ExceptionLink> inner) =>
        Collapse(outer.Concat(inner).ToList());

    // "My error was: MigrationTransientException: text": the words before the first class name are not part of the error.
    private static string FromClassName(string text)
    {
        if (TypePrefix.TryRead(text, 0, out _, out _))
            return text;
        int at = TypePrefix.Find(text);
        int arrow = at > 0 ? text.IndexOf("-->", StringComparison.Ordinal) : -1;
        return at > 0 && (arrow < 0 || arrow > at) ? text.Substring(at) : text;
    }

    private static List<ExceptionLink> WithOuterType(List<ExceptionLink> links, string outerType)
    {
        if (links.Count == 0)
            links.Add(new ExceptionLink(outerType, "", WrapperTable.IsWrapperType(outerType)));
        else if (outerType.Length > 0 && !links.Exists(l => string.Equals(l.Type, outerType, StringComparison.OrdinalIgnoreCase)))
            links.Insert(0, new ExceptionLink(outerType, "", IsWrapper: true));
        return links;
    }

    // A text often repeats its chain once or twice. The first place of a message is kept; a class that a later place names is taken over.
    private static List<ExceptionLink> Collapse(List<ExceptionLink> links)
    {
        List<ExceptionLink> result = new(links.Count);
        Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
        foreach (ExceptionLink link in links)
        {
            string key = link.Message.Length == 0 ? "\n" + link.Type : link.Message.TrimEnd('.', ' ');
            if (link.Message.Length == 0 && result.Exists(l => string.Equals(l.Type, link.Type, StringComparison.OrdinalIgnoreCase)))
                continue;
            if (!places.TryGetValue(key, out int place))
            {
                places.Add(key, result.Count);
                result.Add(link);
                continue;
            }
            ExceptionLink known = result[place];
            if (link.Type.Length == 0 || string.Equals(known.Type, link.Type, StringComparison.OrdinalIgnoreCase))
                continue;
            if (result.Exists(l => string.Equals(l.Type, link.Type, StringComparison.OrdinalIgnoreCase)))
                continue;
            if (known.Type.Length == 0)
            {
                result[place] = known with { Type = link.Type };
                continue;
            }
            // The same words under another class: the inner one owns them.
            result[place] = new ExceptionLink(known.Type, "", IsWrapper: true);
            places[key] = result.Count;
            result.Add(link);
        }
        return result;
    }
}
