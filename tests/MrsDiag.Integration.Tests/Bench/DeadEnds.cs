using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>A port where connecting is refused, for as long as this lives: bound, so that nobody else takes it, but not listening.</summary>
internal sealed class RefusedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public RefusedPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public IPEndPoint EndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    public void Dispose() => _socket.Dispose();
}

/// <summary>
/// A port where connecting times out, as behind a firewall that drops: its accept queue is full and nobody accepts, so Linux
/// drops every further SYN. Needs no capability, and nothing leaves the machine.
/// </summary>
internal sealed class DroppedPort : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _fillers = [];

    public DroppedPort()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(0);
        // Until one stays unanswered: how many fit differs by one between kernels.
        while (Fill()) { }
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndPoint!;

    public void Dispose()
    {
        _fillers.ForEach(f => f.Dispose());
        _listener.Dispose();
    }

    private bool Fill()
    {
        Socket filler = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        _fillers.Add(filler);
        try
        {
            filler.Connect(EndPoint);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            return filler.Poll(TimeSpan.FromMilliseconds(200), SelectMode.SelectWrite);
        }

        return true;
    }
}
