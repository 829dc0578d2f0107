using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>
/// Makes <see cref="CertificateAuthority.Trusted"/> trusted by this process and every child (pwsh, mrsdiag, curl), and by nobody else:
/// a bundle of the system's roots and ours, named by SSL_CERT_FILE before the first TLS connection.
/// </summary>
internal static partial class TrustedRoots
{
    private const string FileVariable = "SSL_CERT_FILE";

    private static readonly string[] SystemBundles =
        ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];

    /// <summary>The bundle's path; empty on Windows, where trust is a matter of the certificate store.</summary>
    public static string Bundle { get; private set; } = "";

#pragma warning disable CA2255 // An initializer is the one place that surely runs before any test opens a TLS connection.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install()
    {
        if (OperatingSystem.IsWindows()) return;
        TempFolder folder = new("trust");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        string? named = Environment.GetEnvironmentVariable(FileVariable);
        string system = SystemBundles.Prepend(named).FirstOrDefault(File.Exists) is { } path ? File.ReadAllText(path) : "";
        Bundle = folder.Write("bundle.pem", system + "\n" + CertificateAuthority.Trusted.Root.ExportCertificatePem() + "\n");

        // Children get the managed copy of the environment, OpenSSL in this process reads the native one.
        Environment.SetEnvironmentVariable(FileVariable, Bundle);
        if (SetNative(FileVariable, Bundle, 1) != 0) throw new InvalidOperationException(FileVariable + " could not be set.");

        // Where a machine has this one, curl prefers it.
        Environment.SetEnvironmentVariable("CURL_CA_BUNDLE", Bundle);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNative(string name, string value, int overwrite);
}
