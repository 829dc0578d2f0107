using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Benchmarks.Harness;
using MrsDiag.Benchmarks.Inputs;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using MrsDiag.Rules;

namespace MrsDiag.Benchmarks.Rows;

/// <summary>Probing and judging many endpoints that answer late, all at once, beside one of them alone.</summary>
internal static class EndpointRow
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);

    public static IEnumerable<Result> Run(BenchmarkOptions options)
    {
        int count = options.Pick(full: 200, quick: 50);
        using EndpointFarm farm = new(count, Delay);
        EndpointAnalyzer analyzer = new(new RuleEngine(ShippedRules.Load.Packs, FactCatalogs.Default));
        using Watch watch = new();
        int answered = 0;
        Timing[] timings = Contest.Run(options.Pick(full: 2, quick: 1), options.Pick(full: 5, quick: 3),
            new Contender("all", () => answered = Probe(farm.Uris, analyzer)), new Contender("one", () => Probe([farm.Uris[0]], analyzer)));
        double ratio = timings[0].Over(timings[1]);
        yield return new Result($"probe and judge {count} endpoints that take 200 ms to answer, all at once ({timings[0].Median:0.000} s, {answered} answered)",
            $"one of them alone ({timings[1].Median:0.000} s)", $"{ratio:0.0} times its time", "under 3", ratio < 3 && answered == count);
        yield return new Result("the same, at most at any time", "", $"{watch.Threads} threads, {watch.Sockets} sockets");
    }

    private static int Probe(IReadOnlyList<Uri> uris, EndpointAnalyzer analyzer)
    {
        EndpointInputs inputs = new();
        foreach (Uri uri in uris)
            inputs.AddText(uri.ToString(), [], []);
        EndpointSession session = new(new EndpointProbe(new EndpointProbeOptions { ThrottleLimit = uris.Count }), analyzer);
        int answered = 0;
        Task run = session.RunAsync(inputs, ordered: false, r => answered += r.Observation.Exchanges.Any(e => e.Status == 401) ? 1 : 0, CancellationToken.None);
        run.GetAwaiter().GetResult();
        return answered;
    }

    // Looks at this process often enough to catch its peaks.
    private sealed class Watch : IDisposable
    {
        private readonly ManualResetEventSlim _done = new();
        private readonly Thread _thread;

        public Watch()
        {
            _thread = new Thread(Look);
            _thread.Start();
        }

        public int Threads { get; private set; }

        public int Sockets { get; private set; }

        public void Dispose()
        {
            _done.Set();
            _thread.Join();
            _done.Dispose();
        }

        private void Look()
        {
            using Process process = Process.GetCurrentProcess();
            while (!_done.Wait(TimeSpan.FromMilliseconds(50)))
            {
                process.Refresh();
                Threads = Math.Max(Threads, process.Threads.Count);
                if (Directory.Exists("/proc/self/fd"))
                    Sockets = Math.Max(Sockets, new DirectoryInfo("/proc/self/fd").GetFiles().Count(f => f.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true));
            }
        }
    }
}
