using System;
using System.Net;

namespace MrsDiag.Endpoints.Probing;

// Where one address of one endpoint is, and what it is called.
internal sealed record ProbePlace(IPAddress Address, string Host, int Port, bool IsHttps, string Path)
{
    /// <summary>Whether credentials may go there, see <see cref="EndpointTarget.MayLogOn"/>.</summary>
    public bool MayLogOn { get; init; } = true;

    public ExchangeRequest Request(ExchangePurpose purpose, string method, string path) => new()
    {
        Address = Address,
        Host = Host,
        Port = Port,
        IsHttps = IsHttps,
        Purpose = purpose,
        Method = method,
        Path = path,
    };

    /// <summary>The address by number: where the platform's own HTTP client is sent.</summary>
    public Uri PinnedUri(string path)
    {
        string host = Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{Address}]" : Address.ToString();
        return new Uri(FormattableString.Invariant($"{(IsHttps ? "https" : "http")}://{host}:{Port}{path}"));
    }

    public override string ToString() => new IPEndPoint(Address, Port).ToString();
}
