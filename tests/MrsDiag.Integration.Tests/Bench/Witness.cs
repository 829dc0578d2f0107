using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>A foreign client (curl, openssl s_client, dig, pwsh) that says independently what a peer does.</summary>
internal static class Witness
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Runs a program to its end and gives its exit code and all it printed, standard error last.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(PeerProgram.Require(program), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = PeerLauncher.Start(start);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end:\n{await output}{await errors}");
        }

        return (process.ExitCode, await output + await errors);
    }

    /// <summary>The output of dig +short for one name and type, line by line, in sorted order.</summary>
    public static async Task<string[]> DigAsync(DnsMasq dns, string name, string type = "A", params string[] more)
    {
        (int _, string output) = await RunAsync("dig", ["@" + dns.EndPoint.Address, "-p", $"{dns.EndPoint.Port}", "+short", "+tries=1", "+time=5", .. more, name, type]);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(lines, StringComparer.Ordinal);
        return lines;
    }
}
