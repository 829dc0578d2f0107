using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>One accepted connection of a <see cref="RawServer"/>, for its script.</summary>
internal sealed class RawConnection(Socket socket, Stream stream, CancellationToken stop)
{
    /// <summary>Cancelled when the server is disposed.</summary>
    public CancellationToken Stop => stop;

    public IPEndPoint Client { get; } = (IPEndPoint)socket.RemoteEndPoint!;

    /// <summary>Reads a request up to and with its empty line, byte by byte, so that nothing of the body is taken; null at the end of the connection.</summary>
    public async Task<string?> ReadHeadAsync()
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, stop) == 0) return null;
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    /// <summary>Whether the client sends something, or closes, within the time.</summary>
    public async Task<bool> IsUsedWithinAsync(TimeSpan time)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(time);
        try
        {
            await socket.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None, limit.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Reads exactly so many bytes of a body.</summary>
    public async Task<byte[]> ReadBodyAsync(int length)
    {
        byte[] body = new byte[length];
        await stream.ReadExactlyAsync(body, stop);
        return body;
    }

    /// <summary>Sends text as Latin-1 and flushes it.</summary>
    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes, stop);
        await stream.FlushAsync(stop);
    }

    /// <summary>Sends text byte after byte with a pause before each.</summary>
    public async Task DripAsync(string text, TimeSpan pause)
    {
        foreach (char c in text)
        {
            await Task.Delay(pause, stop);
            await SendAsync(c.ToString());
        }
    }

    public Task WaitAsync(TimeSpan time) => Task.Delay(time, stop);

    /// <summary>Says nothing until the server is disposed.</summary>
    public Task StaySilentAsync() => Task.Delay(Timeout.Infinite, stop);

    /// <summary>Ends the connection with RST instead of FIN.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    private static bool EndsHead(StringBuilder head) =>
        head.Length >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r';
}
