using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>
/// Ports for peers that cannot bind port 0 themselves. Below the range that systems give to outgoing connections, so that none of
/// those takes the port between the look and the peer's own bind; free on every loopback address; never given twice in one process.
/// </summary>
internal static class FreePort
{
    private const int Lowest = 15000, AboveHighest = 32000;
    private static readonly HashSet<int> Given = [];

    /// <summary>Whether ::1 can be bound: containers are often without.</summary>
    public static bool HasIPv6Loopback { get; } = CanBindIPv6();

    public static int Next()
    {
        for (int attempt = 0; attempt < 1000; attempt++)
        {
            int port = Random.Shared.Next(Lowest, AboveHighest);
            lock (Given)
            {
                if (!Given.Contains(port) && IsFree(port) && Given.Add(port)) return port;
            }
        }

        throw new InvalidOperationException("No free port was found.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using Socket tcp = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            using Socket udp = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            tcp.Bind(new IPEndPoint(IPAddress.Any, port));
            tcp.Listen(1);
            udp.Bind(new IPEndPoint(IPAddress.Any, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool CanBindIPv6()
    {
        try
        {
            using Socket socket = new(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
