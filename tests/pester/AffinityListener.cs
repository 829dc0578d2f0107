// A listener on this computer that plays a load balancer with servers behind it. In the C# of Windows PowerShell 5.1, whose compiler
// knows version 5.
using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace MrsDiag.Journeys
{
    public sealed class AffinityListener : IDisposable
    {
        private readonly TcpListener _listener = new TcpListener(IPAddress.Any, 0);
        private readonly string[] _servers;
        private readonly string _mode;
        private readonly List<string> _userAgents = new List<string>();
        private int _connections;
        private int _requests;
        private int _closed;

        // Modes: "turns" (each new connection another server), "source" (by the client's address), "request" (each request another
        // server), "busy" (503 to all), "silent" (no answer at all).
        public AffinityListener(string mode, string[] servers)
        {
            _mode = mode;
            _servers = servers;
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

        // Messages of type 3 would be logons: there must be none.
        public int Logons { get; private set; }

        public string Uri { get { return "http://127.0.0.1:" + Port + "/EWS/mrsproxy.svc"; } }

        public string[] UserAgents { get { lock (_userAgents) return _userAgents.ToArray(); } }

        public void Dispose() { _listener.Stop(); }

        private void Accept()
        {
            try
            {
                while (true)
                {
                    TcpClient client = _listener.AcceptTcpClient();
                    int number = Interlocked.Increment(ref _connections) - 1;
                    Thread thread = new Thread(delegate() { Serve(client, number); });
                    thread.IsBackground = true;
                    thread.Start();
                }
            }
            catch (SocketException) { }
            catch (ObjectDisposedException) { }
            catch (InvalidOperationException) { }
        }

        private void Serve(TcpClient client, int number)
        {
            try
            {
                using (client)
                {
                    byte source = ((IPEndPoint)client.Client.RemoteEndPoint).Address.GetAddressBytes()[3];
                    NetworkStream stream = client.GetStream();
                    StringBuilder seen = new StringBuilder();
                    byte[] buffer = new byte[8192];
                    int read;
                    int request = 0;
                    while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
                    {
                        seen.Append(Encoding.ASCII.GetString(buffer, 0, read));
                        int end = seen.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal);
                        if (_mode == "silent" || end < 0)
                            continue;
                        string head = seen.ToString(0, end);
                        seen.Remove(0, end + 4);
                        Interlocked.Increment(ref _requests);
                        string server = _servers[(_mode == "source" ? source : _mode == "request" ? number + request++ : number) % _servers.Length];
                        byte[] answer = Encoding.ASCII.GetBytes(Answer(head, server));
                        stream.Write(answer, 0, answer.Length);
                        if (head.IndexOf("Connection: close", StringComparison.OrdinalIgnoreCase) >= 0)
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

        private string Answer(string head, string server)
        {
            string token = Value(head, "Authorization");
            lock (_userAgents)
                _userAgents.Add(Value(head, "User-Agent"));
            if (_mode == "busy")
                return "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
            string offer = "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n";
            if (token.StartsWith("NTLM ", StringComparison.OrdinalIgnoreCase))
            {
                byte[] message = Convert.FromBase64String(token.Substring(5));
                if (message[8] == 3)
                    Logons++;
                offer = "WWW-Authenticate: NTLM " + Convert.ToBase64String(Challenge(server)) + "\r\n";
            }
            return "HTTP/1.1 401 Unauthorized\r\nServer: Microsoft-IIS/7.5\r\nX-Powered-By: ASP.NET\r\n" + offer + "Content-Length: 0\r\n\r\n";
        }

        private static string Value(string head, string name)
        {
            foreach (string line in head.Split('\n'))
            {
                if (line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
                    return line.Substring(name.Length + 1).Trim();
            }
            return "";
        }

        // A CHALLENGE_MESSAGE of MS-NLMP 2.2.1.2 that names a computer.
        private static byte[] Challenge(string computer)
        {
            byte[] domain = Encoding.Unicode.GetBytes("CONTOSO");
            List<byte> info = new List<byte>();
            Pair(info, 2, domain);
            Pair(info, 1, Encoding.Unicode.GetBytes(computer));
            Pair(info, 4, Encoding.Unicode.GetBytes("contoso.com"));
            Pair(info, 3, Encoding.Unicode.GetBytes(computer.ToLowerInvariant() + ".contoso.com"));
            Pair(info, 0, new byte[0]);
            List<byte> message = new List<byte>(Encoding.ASCII.GetBytes("NTLMSSP\0"));
            message.AddRange(BitConverter.GetBytes(2));
            Field(message, domain.Length, 56);
            message.AddRange(BitConverter.GetBytes(0xE28A8235));
            message.AddRange(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 });
            message.AddRange(new byte[8]);
            Field(message, info.Count, 56 + domain.Length);
            message.AddRange(new byte[] { 6, 1, 0xB1, 0x1D, 0, 0, 0, 15 });
            message.AddRange(domain);
            message.AddRange(info);
            return message.ToArray();
        }

        private static void Pair(List<byte> info, short id, byte[] value)
        {
            info.AddRange(BitConverter.GetBytes(id));
            info.AddRange(BitConverter.GetBytes((short)value.Length));
            info.AddRange(value);
        }

        private static void Field(List<byte> message, int length, int offset)
        {
            message.AddRange(BitConverter.GetBytes((short)length));
            message.AddRange(BitConverter.GetBytes((short)length));
            message.AddRange(BitConverter.GetBytes(offset));
        }
    }
}
