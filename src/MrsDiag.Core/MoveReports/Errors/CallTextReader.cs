using System;
using System.Collections.Generic;
using MrsDiag.Text;

namespace MrsDiag.MoveReports;

/// <summary>Reads from an error text what a remote call ended in: status, schemes, host, server, build, address, time-out.</summary>
public static class CallTextReader
{
    /// <summary>Reads an error text.</summary>
    /// <param name="message">The whole text with its chain.</param>
    /// <returns>What it says, or <see langword="null"/> where the failure concerns no remote call.</returns>
    public static CallText? Read(string message) => Read(message, ExceptionChainParser.Parse(message));

    /// <summary>Reads an error text whose chain is known already.</summary>
    /// <param name="message">The whole text.</param>
    /// <param name="chain">Its chain, see <see cref="ExceptionChainParser"/>.</param>
    /// <returns>What it says, or <see langword="null"/> where the failure concerns no remote call.</returns>
    public static CallText? Read(string message, IReadOnlyList<ExceptionLink> chain)
    {
        string text = TextCleaner.OneLine(TextCleaner.Clean(message));
        if (!CallSigns.Concern(text, chain))
            return null;
        RemoteServerText.Read(text, out string server, out Version? version);
        return new CallText
        {
            Status = HttpStatusText.Read(chain, text),
            AuthSchemes = AuthHeaderText.Read(text),
            Host = HostText.Read(text),
            Server = server,
            ServerVersion = version,
            Address = HostText.ReadAddress(text),
            Timeout = TimeoutText.Read(chain),
            IsMrsProxy = TextSearch.Has(text, "mrsproxy") || server.Length > 0,
        };
    }
}
