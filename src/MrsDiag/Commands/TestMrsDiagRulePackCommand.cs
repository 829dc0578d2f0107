using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Facts;
using MrsDiag.Pipeline;
using MrsDiag.RuleBase;
using MrsDiag.Rules;

namespace MrsDiag.Commands;

/// <summary>Checks rule packs and overlays: their text, and the tests that their rules carry.</summary>
/// <remarks>
/// The packs are read beside those of the module, because rules refer to each other. A shipped pack of the same file name is left out:
/// the file given is taken as its new version.
/// </remarks>
[Cmdlet(VerbsDiagnostic.Test, "MrsDiagRulePack", DefaultParameterSetName = "Path")]
[OutputType(typeof(RulePackCheck), typeof(bool))]
public sealed class TestMrsDiagRulePackCommand : PathCommand
{
    private readonly List<string> _files = [];
    private RulePackCheckOutcome _worst;

    /// <summary>Writes only $true or $false: whether every file could be read and nothing in it failed. Warnings do not count.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Process()
    {
        _files.AddRange(ResolveFiles(RulePackFolder.Patterns).Where(f => !_files.Contains(f)));
    }

    private protected override void End()
    {
        RuleLoader loader = new(this);
        IReadOnlyList<RulePackFile> files = loader.ReadFiles(_files);
        if (files.Count > 0)
        {
            RulePackLoad load = loader.Guard(() => RulePackProvider.With(files));
            Check(load, files.Select(f => f.Name).ToArray());
        }
        if (Quiet)
            WriteObject(!HasBadPath && files.Count == _files.Count && _worst < RulePackCheckOutcome.Failed);
    }

    private void Check(RulePackLoad load, string[] files)
    {
        int done = 0;
        int tests = load.Packs.Where(p => files.Contains(p.File)).Sum(p => p.Rules.Sum(r => r.Tests.Count));
        RunAside<RulePackCheck>(
            (give, stop) =>
            {
                foreach (RulePackCheck check in RulePackChecks.Run(load, files, FactCatalogs.Default))
                {
                    stop.ThrowIfCancellationRequested();
                    give(check);
                }
            },
            check =>
            {
                if (check.Outcome > _worst)
                    _worst = check.Outcome;
                if (!Quiet)
                    WriteObject(check);
                if (check.Kind == RulePackCheckKind.Test)
                    ShowProgress("Checking rule packs", check.RuleId + " " + check.Name, ++done * 100 / tests);
            });
    }
}
