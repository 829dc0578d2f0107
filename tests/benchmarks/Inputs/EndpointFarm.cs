using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using MrsDiag.Integration.Tests.Bench;

namespace MrsDiag.Benchmarks.Inputs;

/// <summary>Many healthy endpoints that answer late, in a process of their own, so that what they cost is not counted with what probes them.</summary>
internal sealed class EndpointFarm : IDisposable
{
    /// <summary>The argument by which a run of this program is a farm.</summary>
    public const string Argument = "--endpoint-farm";

    private readonly Process _process;

    /// <summary>Starts a farm.</summary>
    public EndpointFarm(int count, TimeSpan delay)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "MrsDiag.Benchmarks" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        string[] arguments = [Argument, count.ToString(CultureInfo.InvariantCulture), delay.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)];
        _process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        string line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The endpoints did not start.");
        Uris = [.. line.Split(' ').Select(e => new Uri($"https://{e}/EWS/mrsproxy.svc"))];
    }

    /// <summary>The endpoints.</summary>
    public IReadOnlyList<Uri> Uris { get; }

    /// <summary>The farm itself: prints its end points on one line and serves until its input ends.</summary>
    public static void Serve(string count, string milliseconds)
    {
        using DelayedEndpoints farm = new(int.Parse(count, CultureInfo.InvariantCulture),
            TimeSpan.FromMilliseconds(double.Parse(milliseconds, CultureInfo.InvariantCulture)), CertificateAuthority.Trusted.IssueCheap("mail.contoso.com"));
        Console.WriteLine(string.Join(' ', farm.EndPoints.Select(e => e.ToString())));
        while (Console.In.ReadLine() is not null)
        {
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
