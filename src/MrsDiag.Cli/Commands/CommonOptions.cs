using System.CommandLine;

namespace MrsDiag.Cli.Commands;

/// <summary>The options that commands share.</summary>
internal sealed class CommonOptions
{
    /// <summary>One JSON object a line.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Write one JSON object a line." };

    /// <summary>User packs.</summary>
    public Option<string[]> Rules { get; } = new("--rules")
    {
        Description = "More rule packs or overlays: a file, a folder or a wildcard. May be given several times.",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Lowest severity shown.</summary>
    public Option<Severity> Severity { get; } = new("--severity")
    {
        Description = "The lowest severity shown: Information, Warning or Error.",
        DefaultValueFactory = _ => MrsDiag.Severity.Information,
    };

    /// <summary>Severity from which the exit code is 1.</summary>
    public Option<Severity> FailOn { get; } = new("--fail-on")
    {
        Description = "The lowest severity that makes the exit code 1.",
        DefaultValueFactory = _ => MrsDiag.Severity.Error,
    };

    /// <summary>Adds all of them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Options.Add(Json);
        command.Options.Add(Rules);
        command.Options.Add(Severity);
        command.Options.Add(FailOn);
    }
}
