using System;
using System.Collections.Generic;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>
/// One Client Access server: Apache with mod_auth_gssapi and gss-ntlmssp, a real NTLM server with its own NetBIOS names.
/// /EWS/mrsproxy.svc (any case) wants a logon; /ews/healthcheck.htm names the server on 2013 and later.
/// </summary>
internal sealed class ApacheFrontEnd : IDisposable
{
    private readonly TempFolder _folder = new("apache");
    private readonly PeerProcess _process;

    public ApacheFrontEnd(FrontEndOptions? options = null)
    {
        Options = options ?? new FrontEndOptions();
        EndPoint = Options.ListenOn ?? new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        IPEndPoint inner = new(IPAddress.Loopback, FreePort.Next());
        _folder.Write("users.txt", $"{Options.DomainName}:{Options.UserName}:{Options.Password}\n");
        _folder.Write("basic.txt", $"{Options.DomainName}\\{Options.UserName}:{{SHA}}{Hash(Options.Password)}\n");
        Options.Certificate?.WriteTo(_folder);
        string configuration = _folder.Write("httpd.conf", new ApacheConfiguration(Options, _folder, EndPoint, inner).ToString());
        _process = new PeerProcess("apache2", ["-f", configuration, "-DFOREGROUND"], new Dictionary<string, string>
        {
            ["NTLM_USER_FILE"] = _folder.PathOf("users.txt"),
            ["NETBIOS_COMPUTER_NAME"] = Options.ComputerName,
            ["NETBIOS_DOMAIN_NAME"] = Options.DomainName,
        });
        try
        {
            _process.WaitUntil(() => PeerProcess.Accepts(EndPoint) && PeerProcess.Accepts(inner), () => Log);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public FrontEndOptions Options { get; }

    public IPEndPoint EndPoint { get; }

    /// <summary>The account that may log on, as DOMAIN\user.</summary>
    public NetworkCredential Credential => new(Options.UserName, Options.Password, Options.DomainName);

    /// <summary>This server as a target of a balancer.</summary>
    public BalancedServer AsServer => new(Options.ComputerName, EndPoint, Options.Certificate is not null);

    /// <summary>What Apache said, with the access log: client address and port, request, status, user.</summary>
    public string Log => _process.Output + _folder.ReadLogs();

    public void Dispose()
    {
        _process.Dispose();
        _folder.Dispose();
    }

#pragma warning disable CA5350 // The format of Apache's password file.
    private static string Hash(string password) => Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
}
