using System;
using System.Net.Security;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// A handshake without resumption. The switch came with .NET 8 and is in no API that this assembly can be compiled against; .NET Framework
// has none, there the server's bytes tell what it was.
internal static class FullHandshake
{
    private static readonly Type? Options = typeof(SslStream).Assembly.GetType("System.Net.Security.SslClientAuthenticationOptions");
    private static readonly PropertyInfo? AllowResume = Options?.GetProperty("AllowTlsResume");
    private static readonly PropertyInfo? TargetHost = Options?.GetProperty("TargetHost");

    private static readonly MethodInfo? Authenticate = Options is null
        ? null
        : typeof(SslStream).GetMethod("AuthenticateAsClientAsync", [Options, typeof(CancellationToken)]);

    /// <summary>Whether this platform can be told not to resume.</summary>
    public static bool IsPossible => AllowResume is not null && TargetHost is not null && Authenticate is not null;

    // Versions are the platform's choice and revocation is not asked: the defaults of its options. The callback is that of the stream.
    public static Task AuthenticateAsync(SslStream stream, string host)
    {
        object options = Activator.CreateInstance(Options!)!;
        TargetHost!.SetValue(options, host);
        AllowResume!.SetValue(options, false);
        return (Task)Authenticate!.Invoke(stream, [options, CancellationToken.None])!;
    }
}
