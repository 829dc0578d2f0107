using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using MrsDiag.Integration.Tests.Bench;

namespace MrsDiag.Integration.Tests.EndpointTests.Support;

/// <summary>What Authorization headers reached a server: the witness that says where a credential went.</summary>
internal sealed partial class AuthorizationLog
{
    private readonly ConcurrentQueue<string> _heads = [];

    /// <summary>Lines of a HAProxy frontend that write each request's Authorization into its log.</summary>
    public static string[] HaProxyLines { get; } =
        ["capture request header Authorization len 400", "log-format \"%ci:%cp %s %ST [%hr] %{+Q}r\""];

    /// <summary>All values, in order.</summary>
    public IReadOnlyList<string> Values => [.. _heads.SelectMany(h => Field().Matches(h)).Select(m => m.Groups[1].Value)];

    /// <summary>How many requests were recorded.</summary>
    public int Requests => _heads.Count;

    /// <summary>Values that carry something of a credential: Basic, or an NTLM message of type 3, bare or inside SPNEGO.</summary>
    public static int Credentials(IEnumerable<string> values) => values.Count(v => v.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) || HoldsType3(v));

    /// <summary>Values in the log of a HAProxy with <see cref="HaProxyLines"/>.</summary>
    public static string[] OfHaProxy(string log) => [.. Captured().Matches(log).Select(m => m.Groups[1].Value)];

    /// <summary>A front end that asks for a logon, challenges a type 1, and refuses all else.</summary>
    public Func<RawConnection, Task> Script(string unauthorized = RawScripts.Unauthorized) => async connection =>
    {
        while (await connection.ReadHeadAsync() is { } head)
        {
            _heads.Enqueue(head);
            await connection.ReadBodyAsync(RawScripts.ContentLength(head));
            await connection.SendAsync(Answers.To(head, unauthorized));
        }
    };

    private static bool HoldsType3(string value)
    {
        Span<byte> bytes = new byte[value.Length];
        int space = value.IndexOf(' ', StringComparison.Ordinal);
        // A log may have cut the value: whole groups of four are enough, the type stands at the beginning.
        string token = value[(space + 1)..];
        return Convert.TryFromBase64String(token[..(token.Length / 4 * 4)], bytes, out int count) && bytes[..count].IndexOf("NTLMSSP\0\u0003"u8) >= 0;
    }

    [GeneratedRegex(@"^Authorization: (.*?)\r$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Field();

    [GeneratedRegex(@"\[\{([^}]+)\}\]")]
    private static partial Regex Captured();
}
