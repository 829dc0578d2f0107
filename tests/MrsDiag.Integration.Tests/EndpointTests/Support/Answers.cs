using System;
using System.Threading.Tasks;
using MrsDiag.Integration.Tests.Bench;

namespace MrsDiag.Integration.Tests.EndpointTests.Support;

/// <summary>Scripts of front ends that are healthy but for the one thing that a test is about.</summary>
internal static class Answers
{
    /// <summary>The anonymous 401, or a challenge of CAS1 where the request holds a bare type 1.</summary>
    public static string To(string head, string unauthorized = RawScripts.Unauthorized) =>
        head.Contains("Authorization: NTLM " + NtlmToken.Type1Prefix, StringComparison.OrdinalIgnoreCase)
            ? unauthorized.Replace("WWW-Authenticate: NTLM", "WWW-Authenticate: NTLM " + Convert.ToBase64String(NtlmToken.Type2("CAS1", "CONTOSO")), StringComparison.Ordinal)
            : unauthorized;

    /// <summary>Sends 100 so long after a head with Expect (null: never), reads the body, and answers in health.</summary>
    public static Func<RawConnection, Task> ContinueAfter(TimeSpan? delay) => async connection =>
    {
        while (await connection.ReadHeadAsync() is { } head)
        {
            if (delay is { } time && head.Contains("\r\nExpect:", StringComparison.OrdinalIgnoreCase))
            {
                await connection.WaitAsync(time);
                await connection.SendAsync(RawScripts.Continue);
            }

            await connection.ReadBodyAsync(RawScripts.ContentLength(head));
            await connection.SendAsync(To(head));
        }
    };

    /// <summary>Answers in health after the head, as IIS does, and reads what follows.</summary>
    public static async Task AtOnce(RawConnection connection)
    {
        while (await connection.ReadHeadAsync() is { } head)
        {
            await connection.SendAsync(To(head));
            if (!head.Contains("\r\nExpect:", StringComparison.OrdinalIgnoreCase))
                await connection.ReadBodyAsync(RawScripts.ContentLength(head));
        }
    }

    /// <summary>Closes where a request carries Expect, and answers in health where it does not.</summary>
    public static async Task CloseOnExpect(RawConnection connection)
    {
        while (await connection.ReadHeadAsync() is { } head && !head.Contains("\r\nExpect:", StringComparison.OrdinalIgnoreCase))
        {
            await connection.ReadBodyAsync(RawScripts.ContentLength(head));
            await connection.SendAsync(To(head));
        }
    }
}
