using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>One running program of a peer: what it printed, and its end with all its children.</summary>
internal sealed class PeerProcess : IDisposable
{
    // Generous: a build machine may run every suite at once. A peer is normally there in a tenth of a second.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly StringBuilder _output = new();
    private readonly Process _process;
    private readonly string _command;

    /// <param name="program">A name to be found by <see cref="PeerProgram"/>.</param>
    /// <param name="arguments">Its arguments; it must stay in the foreground.</param>
    /// <param name="environment">Variables beyond the inherited ones.</param>
    public PeerProcess(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(PeerProgram.Require(program), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        _command = program + " " + string.Join(' ', start.ArgumentList);
        _process = PeerLauncher.Start(start);
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Standard output and error so far.</summary>
    public string Output
    {
        get { lock (_output) return _output.ToString(); }
    }

    public int Id => _process.Id;

    /// <summary>Waits until the peer is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in time; the message has all it said.</exception>
    public void WaitUntil(Func<bool> isReady, Func<string> readLogs)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!isReady())
        {
            bool hasEnded = _process.HasExited;
            if (hasEnded) _process.WaitForExit();
            if (hasEnded || watch.Elapsed > StartLimit)
                throw new InvalidOperationException($"{_command}\n{(hasEnded ? $"ended with exit code {_process.ExitCode}" : "did not answer")}:\n{Output}\n{readLogs()}");
            Thread.Sleep(10);
        }
    }

    /// <summary>Whether something accepts connections there.</summary>
    public static bool Accepts(IPEndPoint endPoint)
    {
        using Socket socket = new(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(endPoint);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(5000);
        }
        catch (InvalidOperationException)
        {
            // It had ended already.
        }

        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output) _output.AppendLine(line.Data);
    }
}
