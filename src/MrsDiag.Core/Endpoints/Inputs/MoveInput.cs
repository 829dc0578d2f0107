using MrsDiag.Sources;
using MrsDiag.Sources.Values;
using MrsDiag.Text;

namespace MrsDiag.Endpoints;

/// <summary>Takes statistics of moves, and move requests: both name the host that Exchange Online calls.</summary>
internal static class MoveInput
{
    /// <summary>Reads the remote host of a move.</summary>
    /// <exception cref="EndpointInputException">It has none: a local move, or one over Outlook Anywhere.</exception>
    public static EndpointInput Read(IObjectView view)
    {
        string name = ShownName.Of(view.GetText("DisplayName", "MailboxIdentity", "Identity", "Alias", "Name"));
        string host = MigrationInput.HostOf(view.Get("RemoteHostName"));
        string whose = name.Length > 0 ? $"The move of '{name}'" : "The move";
        if (host.Length > 0)
            return MigrationInput.Named(host, TargetOrigin.MoveRequest, name, whose);
        string why = view.GetText("OutlookAnywhereHostName") is { Length: > 0 } anywhere
            ? $"goes over Outlook Anywhere ({ShownName.Of(anywhere)}), without MRS Proxy"
            : "names no remote host (RemoteHostName is empty): a move inside one organization calls no MRS Proxy endpoint";
        throw new EndpointInputException("NotAnEndpoint", $"{whose} {why}. Give the endpoint by -Uri where you want to test one.");
    }
}
