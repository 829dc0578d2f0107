using System;
using System.Net.Sockets;

namespace MrsDiag.Endpoints.Probing;

// How a connection came about. Code is the platform's own error, where it failed with one.
internal sealed record TcpResult(Socket? Socket, CallEnd End, string Error, SocketError? Code, TimeSpan Duration);
