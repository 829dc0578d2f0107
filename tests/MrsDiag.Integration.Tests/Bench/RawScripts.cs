using System;
using System.Globalization;
using System.Threading.Tasks;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>Scripts for <see cref="RawServer"/>.</summary>
internal static class RawScripts
{
    public const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";

    /// <summary>The anonymous 401 of a healthy front end, without a body.</summary>
    public const string Unauthorized =
        "HTTP/1.1 401 Unauthorized\r\nServer: Microsoft-IIS/10.0\r\nrequest-id: 7d5e6cc4-2c43-4d8e-9b43-5d0dc6a5d9a1\r\n"
        + "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\nX-Powered-By: ASP.NET\r\nContent-Length: 0\r\n\r\n";

    /// <summary>Answers every request on the connection with these bytes, after reading its body.</summary>
    public static Func<RawConnection, Task> Answer(string response, TimeSpan delay = default) => async connection =>
    {
        while (await connection.ReadHeadAsync() is { } head)
        {
            await connection.ReadBodyAsync(ContentLength(head));
            if (delay > TimeSpan.Zero) await connection.WaitAsync(delay);
            await connection.SendAsync(response);
        }
    };

    /// <summary>Sends 100 so long after the header of a request with Expect, then reads the body and answers; null: never sends it.</summary>
    public static Func<RawConnection, Task> ContinueAfter(TimeSpan? delay, string response = Unauthorized) => async connection =>
    {
        while (await connection.ReadHeadAsync() is { } head)
        {
            if (delay is { } time && head.Contains("\r\nExpect:", StringComparison.OrdinalIgnoreCase))
            {
                await connection.WaitAsync(time);
                await connection.SendAsync(Continue);
            }

            await connection.ReadBodyAsync(ContentLength(head));
            await connection.SendAsync(response);
        }
    };

    /// <summary>Closes (FIN) after the header of the first request.</summary>
    public static async Task CloseAfterHead(RawConnection connection) => await connection.ReadHeadAsync();

    /// <summary>Resets after the header of the first request.</summary>
    public static async Task ResetAfterHead(RawConnection connection)
    {
        await connection.ReadHeadAsync();
        connection.Reset();
    }

    /// <summary>Resets at once; on a server without a certificate that is before any ClientHello is answered.</summary>
    public static Task ResetAtOnce(RawConnection connection)
    {
        connection.Reset();
        return Task.CompletedTask;
    }

    /// <summary>Answers requests, and ends a connection that was not used for so long.</summary>
    public static Func<RawConnection, Task> IdleLimit(TimeSpan limit, IdleEnd end, string response = Unauthorized) => async connection =>
    {
        while (await connection.IsUsedWithinAsync(limit))
        {
            if (await connection.ReadHeadAsync() is not { } head) return;
            await connection.ReadBodyAsync(ContentLength(head));
            await connection.SendAsync(response);
        }

        if (end == IdleEnd.Reset) connection.Reset();
        if (end == IdleEnd.Silence) await connection.StaySilentAsync();
    };

    /// <summary>Accepts and says nothing.</summary>
    public static Task Silent(RawConnection connection) => connection.StaySilentAsync();

    /// <summary>A status line, then header bytes one by one with a pause, without end.</summary>
    public static Func<RawConnection, Task> SlowLoris(TimeSpan pause) => async connection =>
    {
        await connection.ReadHeadAsync();
        await connection.SendAsync("HTTP/1.1 200 OK\r\n");
        while (true) await connection.DripAsync("X-Slow: a\r\n", pause);
    };

    /// <summary>A header line without end, as fast as the client reads it.</summary>
    public static async Task EndlessHeader(RawConnection connection)
    {
        await connection.ReadHeadAsync();
        await connection.SendAsync("HTTP/1.1 200 OK\r\nX-Long: ");
        string block = new('a', 64 * 1024);
        while (true) await connection.SendAsync(block);
    }

    /// <summary>A chunked body without end, as fast as the client reads it.</summary>
    public static async Task EndlessChunks(RawConnection connection)
    {
        await connection.ReadHeadAsync();
        await connection.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        string chunk = "4000\r\n" + new string('a', 0x4000) + "\r\n";
        while (true) await connection.SendAsync(chunk);
    }

    /// <summary>Greets like another protocol before the client speaks, and closes.</summary>
    public static Func<RawConnection, Task> Banner(string greeting = "220 mail.contoso.com ESMTP ready\r\n") => async connection =>
    {
        await connection.SendAsync(greeting);
        await connection.WaitAsync(TimeSpan.FromMilliseconds(200));
    };

    /// <summary>The Content-Length of a request; 0 without one.</summary>
    public static int ContentLength(string head)
    {
        const string Name = "\r\nContent-Length:";
        int start = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return 0;
        start += Name.Length;
        return int.Parse(head.AsSpan(start, head.IndexOf('\r', start) - start), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }
}

/// <summary>How a device ends an idle connection.</summary>
internal enum IdleEnd
{
    /// <summary>It closes.</summary>
    Fin,

    /// <summary>It resets.</summary>
    Reset,

    /// <summary>It forgets the connection and tells nobody.</summary>
    Silence,
}
