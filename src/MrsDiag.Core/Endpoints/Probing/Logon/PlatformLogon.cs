using System;
using System.Net;
using System.Reflection;

namespace MrsDiag.Endpoints.Probing;

// Whether this computer can speak NTLM at all. Where it cannot, the platform's client gives back the server's 401 as if the credential had
// been refused.
internal static class PlatformLogon
{
    private static readonly Lazy<string> Ntlm = new(WhyNoNtlm);

    /// <summary>Why a scheme cannot be used here; empty where it can.</summary>
    public static string WhyNot(string scheme) => string.Equals(scheme, "Basic", StringComparison.OrdinalIgnoreCase) ? "" : Ntlm.Value;

    // .NET 7 and later; .NET Framework and Mono bring NTLM along. The first message is made, of an invented account, and thrown away.
    private static string WhyNoNtlm()
    {
        Type? type = Type.GetType("System.Net.Security.NegotiateAuthentication, System.Net.Security");
        Type? optionsType = Type.GetType("System.Net.Security.NegotiateAuthenticationClientOptions, System.Net.Security");
        if (type is null || optionsType is null)
            return "";
        try
        {
            object options = Activator.CreateInstance(optionsType)!;
            optionsType.GetProperty("Package")!.SetValue(options, "NTLM");
            optionsType.GetProperty("Credential")!.SetValue(options, new NetworkCredential("nobody", "nothing"));
            optionsType.GetProperty("TargetName")!.SetValue(options, "HTTP/localhost");
            using IDisposable authentication = (IDisposable)Activator.CreateInstance(type, options)!;
            MethodInfo? method = type.GetMethod("GetOutgoingBlob", [typeof(string), StatusType(type)]);
            object?[] arguments = [null, null];
            return method is null || method.Invoke(authentication, arguments) is string
                ? ""
                : $"This computer cannot use NTLM ({arguments[1]}). On Linux the package gss-ntlmssp brings it.";
        }
        catch (Exception e)
        {
            return $"This computer cannot use NTLM ({CallFailure.Text(e)}). On Linux the package gss-ntlmssp brings it.";
        }
    }

    private static Type StatusType(Type type) =>
        type.Assembly.GetType("System.Net.Security.NegotiateAuthenticationStatusCode")!.MakeByRefType();
}
