// A listener on this computer that plays an endpoint. In the C# of Windows PowerShell 5.1, whose compiler knows version 5.
using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace MrsDiag.Journeys
{
    public sealed class EndpointListener : IDisposable
    {
        private readonly TcpListener _listener = new TcpListener(IPAddress.Loopback, 0);
        private readonly bool _answers;
        private readonly int _delay;
        private int _connections;
        private int _requests;
        private int _closed;

        // One that answers every request with 401 after a delay in milliseconds, or one that takes connections and says nothing.
        public EndpointListener(bool answers, int delay)
        {
            _answers = answers;
            _delay = delay;
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            Thread thread = new Thread(Accept);
            thread.IsBackground = true;
            thread.Start();
        }

        public int Port { get; private set; }

        public int Connections { get { return _connections; } }

        public int Requests { get { return _requests; } }

        // How many connections the other side has ended.
        public int Closed { get { return _closed; } }

        public string Uri { get { return "http://127.0.0.1:" + Port + "/EWS/mrsproxy.svc"; } }

        public void Dispose() { _listener.Stop(); }

        private void Accept()
        {
            try
            {
                while (true)
                {
                    TcpClient client = _listener.AcceptTcpClient();
                    Interlocked.Increment(ref _connections);
                    Thread thread = new Thread(delegate() { Serve(client); });
                    thread.IsBackground = true;
                    thread.Start();
                }
            }
            catch (SocketException) { }
            catch (ObjectDisposedException) { }
            catch (InvalidOperationException) { }
        }

        private void Serve(TcpClient client)
        {
            try
            {
                using (client)
                {
                    NetworkStream stream = client.GetStream();
                    StringBuilder seen = new StringBuilder();
                    byte[] buffer = new byte[4096];
                    int read;
                    while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
                    {
                        seen.Append(Encoding.ASCII.GetString(buffer, 0, read));
                        if (!_answers || seen.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal) < 0)
                            continue;
                        seen.Length = 0;
                        Interlocked.Increment(ref _requests);
                        Thread.Sleep(_delay);
                        byte[] answer = Encoding.ASCII.GetBytes(
                            "HTTP/1.1 401 Unauthorized\r\nServer: Microsoft-IIS/10.0\r\nX-FEServer: EX01\r\nWWW-Authenticate: Negotiate\r\n"
                            + "WWW-Authenticate: NTLM\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                        stream.Write(answer, 0, answer.Length);
                        client.Client.Shutdown(SocketShutdown.Send);
                    }
                }
            }
            catch (Exception)
            {
                // The other side left in the middle: that is what some journeys do.
            }
            Interlocked.Increment(ref _closed);
        }
    }
}
