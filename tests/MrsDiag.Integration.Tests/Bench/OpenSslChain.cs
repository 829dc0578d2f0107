using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>A chain made by the openssl program: a second opinion on what <see cref="CertificateAuthority"/> makes.</summary>
internal static class OpenSslChain
{
    /// <summary>Root, intermediate and leaf; the intermediate is sent. The root is trusted by nobody.</summary>
    public static async Task<(X509Certificate2 Root, ServerCertificate Server)> CreateAsync(string name)
    {
        using TempFolder folder = new("openssl-chain");
        await RunAsync("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=Fabrikam Root",
            "-keyout", folder.PathOf("root.key"), "-out", folder.PathOf("root.pem"));
        await SignAsync(folder, "Fabrikam Issuing", "issuing", "root", "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign\n");
        await SignAsync(folder, name, "leaf", "issuing", $"subjectAltName=DNS:{name}\nextendedKeyUsage=serverAuth\n");
        using X509Certificate2 fromPem = X509Certificate2.CreateFromPemFile(folder.PathOf("leaf.pem"), folder.PathOf("leaf.key"));
        X509Certificate2 leaf = X509CertificateLoader.LoadPkcs12(fromPem.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
        return (X509CertificateLoader.LoadCertificateFromFile(folder.PathOf("root.pem")),
            new ServerCertificate(leaf, X509CertificateLoader.LoadCertificateFromFile(folder.PathOf("issuing.pem"))));
    }

    private static async Task SignAsync(TempFolder folder, string subject, string file, string issuer, string extensions)
    {
        string extensionFile = folder.Write(file + ".ext", extensions);
        await RunAsync("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=" + subject, "-keyout", folder.PathOf(file + ".key"), "-out", folder.PathOf(file + ".csr"));
        await RunAsync("x509", "-req", "-days", "30", "-in", folder.PathOf(file + ".csr"), "-CA", folder.PathOf(issuer + ".pem"),
            "-CAkey", folder.PathOf(issuer + ".key"), "-CAcreateserial", "-extfile", extensionFile, "-out", folder.PathOf(file + ".pem"));
    }

    private static async Task RunAsync(params string[] arguments)
    {
        (int exitCode, string output) = await Witness.RunAsync("openssl", arguments);
        if (exitCode != 0) throw new InvalidOperationException($"openssl {arguments[0]} failed:\n{output}");
    }
}
