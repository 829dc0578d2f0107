using System;
using System.CommandLine;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using MrsDiag.Cli.Commands;

namespace MrsDiag.Cli;

/// <summary>Entry point.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        // Findings carry names from anywhere; a console left in a code page would print question marks.
        if (Console.IsOutputRedirected || !OperatingSystem.IsWindows())
            Console.OutputEncoding = new UTF8Encoding(false);
        RootCommand root = new("Tells why a hybrid mailbox migration is slow, stalled or failing, and what to do next.");
        root.Subcommands.Add(ReportCommand.Create());
        root.Subcommands.Add(EndpointCommand.Create());
        root.Subcommands.Add(AffinityCommand.Create());
        root.Subcommands.Add(RulesCommand.Create());
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in parsed.Errors.Select(e => e.Message).Distinct())
                await Console.Error.WriteLineAsync("mrsdiag: " + message).ConfigureAwait(false);
            await Console.Error.WriteLineAsync("Try 'mrsdiag --help'.").ConfigureAwait(false);
            return ExitCode.BadInput;
        }
        return await parsed.InvokeAsync().ConfigureAwait(false);
    }
}
