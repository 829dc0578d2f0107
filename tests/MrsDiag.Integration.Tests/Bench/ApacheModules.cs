using System.IO;
using System.Linq;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>Where the modules of the system's Apache are.</summary>
internal static class ApacheModules
{
    private static readonly string[] Folders =
        ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules"];

    public static string? Folder { get; } = Folders.FirstOrDefault(f => File.Exists(Path.Combine(f, "mod_auth_gssapi.so")));

    /// <summary>Whether both the Apache module and the NTLM mechanism of GSSAPI (which the client side needs as well) are installed.</summary>
    public static bool AreThere { get; } = Folder is not null
        && Directory.Exists("/etc/gss/mech.d") && Directory.GetFiles("/etc/gss/mech.d").Any(f => f.Contains("ntlmssp"));
}
