using System;
using System.IO;
using System.Threading.Tasks;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>The console program and the cmdlet as a user runs them, against Apache behind HAProxy.</summary>
public sealed class ProgramTests
{
    private static readonly string Console = Path.Combine(ShippedRules.Root, "src", "MrsDiag.Cli", "bin", Configuration, "net10.0", "mrsdiag.dll");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    [PeerFact("apache2", "haproxy")]
    public async Task The_console_program_tells_a_healthy_endpoint_and_a_refused_one()
    {
        using Published published = new();
        (int exit, string output) = await RunConsoleAsync("endpoint", published.Url);
        Assert.True(exit == 0, $"{exit}\n{output}");
        Assert.Contains("CAS1", output, StringComparison.Ordinal);
        Assert.Contains("nothing that needs action", output, StringComparison.Ordinal);
        using RefusedPort port = new();
        (exit, output) = await RunConsoleAsync("endpoint", "--json", $"https://{port.EndPoint}/EWS/mrsproxy.svc");
        Assert.True(exit != 0, output);
        Assert.Contains("MRS7016", output, StringComparison.Ordinal);
    }

    [PeerFact("apache2", "haproxy", "pwsh")]
    public async Task The_cmdlet_logs_on_and_its_saved_result_is_judged_alike_by_both_programs()
    {
        using Published published = new();
        using TempFolder folder = new("saved");
        string saved = folder.PathOf("result.clixml");
        string script = $$"""
            $ErrorActionPreference = 'Stop'
            Import-Module '{{Path.Combine(ShippedRules.Root, "MrsDiag.psd1")}}'
            $password = ConvertTo-SecureString 'Pa55word!' -AsPlainText -Force
            $live = Test-MrsProxyEndpoint -Uri '{{published.Url}}' -Credential ([pscredential]::new('CONTOSO\migration', $password))
            $live | Export-Clixml '{{saved}}'
            $again = Import-Clixml '{{saved}}' | Test-MrsProxyEndpoint
            foreach ($r in $live, $again) { "SEEN $($r.Outcome) $($r.Server) $(($r.Findings.RuleId | Sort-Object) -join ',')" }
            """;
        (int exit, string output) = await Witness.RunAsync("pwsh", "-NoProfile", "-NonInteractive", "-Command", script);
        Assert.True(exit == 0, output);
        string[] seen = Array.FindAll(output.Split('\n', StringSplitOptions.TrimEntries), l => l.StartsWith("SEEN ", StringComparison.Ordinal));
        Assert.True(seen.Length == 2 && seen[0] == seen[1], output);
        Assert.StartsWith("SEEN Passed CAS1 ", seen[0], StringComparison.Ordinal);
        Assert.Contains("MRS1061", seen[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Pa55word!", await File.ReadAllTextAsync(saved), StringComparison.Ordinal);

        published.Stop();
        (exit, output) = await RunConsoleAsync("endpoint", "--json", saved);
        Assert.True(exit == 0, $"{exit}\n{output}");
        foreach (string id in seen[0].Split(' ')[^1].Split(','))
            Assert.Contains(id, output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> RunConsoleAsync(params string[] arguments) => Witness.RunAsync("dotnet", [Console, .. arguments]);

    /// <summary>A front end behind a balancer whose certificate names its address, so that no DNS is needed.</summary>
    private sealed class Published : IDisposable
    {
        private readonly ApacheFrontEnd _server = new(new FrontEndOptions { AfterLogon = AfterLogon.ServicePage });
        private readonly HaProxyInFront _device;

        public Published() =>
            _device = new HaProxyInFront(new HaProxyOptions { Servers = [_server.AsServer], Certificate = CertificateAuthority.Trusted.IssueCheap("127.0.0.1") });

        public string Url => $"https://{_device.EndPoint}/EWS/mrsproxy.svc";

        /// <summary>From now on nobody can ask the network.</summary>
        public void Stop()
        {
            _device.Dispose();
            _server.Dispose();
        }

        public void Dispose() => Stop();
    }
}
