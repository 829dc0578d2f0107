using System;
using System.Globalization;
using MrsDiag.MoveReports;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;
using MrsDiag.Text;

namespace MrsDiag.Endpoints;

/// <summary>Takes migration endpoints, batches, and the output of Test-MigrationServerAvailability.</summary>
internal static class MigrationInput
{
    private const string Advice = "Give the endpoint by -Uri, or run in Exchange Online PowerShell: Get-MigrationEndpoint.";

    /// <summary>Reads a migration endpoint; other types than those of remote moves are left out.</summary>
    public static EndpointInput ReadEndpoint(IObjectView view)
    {
        string name = ShownName.Of(view.GetText("Identity", "Name"));
        string type = view.GetText("EndpointType").Trim();
        // A bare number names no type that a document lists.
        bool isNamed = type.Length > 0 && !long.TryParse(type, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        if (isNamed && !string.Equals(type, "ExchangeRemoteMove", StringComparison.OrdinalIgnoreCase))
            return new EndpointInput
            {
                Skipped = $"The migration endpoint '{name}' is left out: it is of type {ShownName.Of(type)}, and only those of type "
                    + "ExchangeRemoteMove call MRS Proxy.",
            };
        string host = HostOf(view.Get("RemoteServer"));
        if (host.Length == 0)
            throw NotAnEndpoint($"The migration endpoint '{name}' has no RemoteServer. Keep that property, or give the endpoint by -Uri.");
        return Named(host, TargetOrigin.MigrationEndpoint, name, $"The migration endpoint '{name}'");
    }

    /// <summary>Reads a batch: its host, or that of the endpoint it carries.</summary>
    public static EndpointInput ReadBatch(IObjectView view)
    {
        string name = ShownName.Of(view.GetText("Identity", "BatchId", "Name"));
        if (HostOf(view.Get("RemoteHostName")) is { Length: > 0 } host)
            return Named(host, TargetOrigin.MoveRequest, name, $"The migration batch '{name}'");
        foreach (string side in new[] { "SourceEndpoint", "TargetEndpoint" })
        {
            if (view.Get(side) is IObjectView endpoint && endpoint.Has("RemoteServer"))
                return ReadEndpoint(endpoint);
        }
        string named = ShownName.Of(view.GetText("SourceEndpoint", "TargetEndpoint"));
        throw NotAnEndpoint(named.Length > 0
            ? $"The migration batch '{name}' gives only the name of its endpoint. Run in Exchange Online PowerShell: Get-MigrationEndpoint -Identity '{named}'."
            : $"The migration batch '{name}' names no remote host: local moves call no MRS Proxy endpoint. {Advice}");
    }

    /// <summary>Reads the output of a test: what it tested, else the host that its message names.</summary>
    public static EndpointInput ReadAvailability(IObjectView view)
    {
        foreach (string property in new[] { "TestedEndpoint", "ConnectionSettings" })
        {
            if (view.Get(property) is IObjectView settings && HostOf(settings.Get("RemoteServer")) is { Length: > 0 } server)
                return Named(server, TargetOrigin.MigrationEndpoint, "Test-MigrationServerAvailability", "The output of Test-MigrationServerAvailability");
        }
        string host = HostOf(view.Get("RemoteServer"));
        if (host.Length == 0)
            host = HostText.Read(TextCleaner.Clean(view.GetText("Message") + "\n" + view.GetText("ErrorDetail")));
        if (host.Length == 0)
            throw NotAnEndpoint($"The output of Test-MigrationServerAvailability names no server. {Advice}");
        return Named(host, TargetOrigin.MigrationEndpoint, "Test-MigrationServerAvailability", "The output of Test-MigrationServerAvailability");
    }

    /// <summary>A target by its host.</summary>
    public static EndpointInput Named(string host, TargetOrigin origin, string name, string whose)
    {
        try
        {
            return new EndpointInput { Target = new EndpointTarget(EndpointText.Parse(host)) { Origin = origin, OriginName = name } };
        }
        catch (EndpointInputException e)
        {
            throw new EndpointInputException(e.Code, $"{whose} names a remote server that is none. {e.Message}");
        }
    }

    /// <summary>A host property: a string, or an object of the product around one.</summary>
    public static string HostOf(object? value)
    {
        string text = ObjectValues.ToText(value).Trim();
        return text.Length > 0 || value is not IObjectView view ? text : view.GetText("Domain", "Address").Trim();
    }

    private static EndpointInputException NotAnEndpoint(string message) => new("NotAnEndpoint", message);
}
