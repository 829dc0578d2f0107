using System.Collections.Generic;
using System.Linq;
using MrsDiag.Cmdlets.Tests.Engine;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Commands;

public sealed class PipelineInputTests
{
    // A pack of the tests judges, so that no change of a shipped rule touches these tests.
    private const string Setup =
        "$PSDefaultParameterValues['Get-MoveReportFinding:RulePath'] = $pack; $PSDefaultParameterValues['Get-MoveReportFinding:RuleId'] = 'MRS9001';" +
        "$o = @{ DisplayName = 'Adele Vance'; FailureType = 'MailboxLockedTransientException'; Message = 'The mailbox is locked by a test.' };";

    private static readonly string Pack = System.IO.Path.Combine(System.AppContext.BaseDirectory, "good.yml");

    [EngineTheory]
    [InlineData("[pscustomobject] $o | Get-MoveReportFinding", 1)]
    [InlineData("Get-MoveReportFinding -InputObject $o", 1)]
    [InlineData("Get-MoveReportFinding -InputObject ([pscustomobject] $o)", 1)]
    [InlineData("Get-MoveReportFinding ([pscustomobject] $o), ([pscustomobject] $o)", 2)]
    [InlineData("[pscustomobject] $o, [pscustomobject] $o | Get-MoveReportFinding", 2)]
    [InlineData("$o.Message | Get-MoveReportFinding", 1)]
    public void Objects_hashtables_arrays_and_texts_are_judged_alike(string script, int expected)
    {
        using Session session = new();
        IEnumerable<string> messages = session.Run(Setup + script, ("pack", Pack)).Select(f => ((Finding)f.BaseObject).Message);
        Assert.Empty(session.Errors);
        Assert.Equal(Enumerable.Repeat("Locked 1 time(s).", expected), messages);
        Assert.Empty(session.Errors);
    }

    [EngineTheory]
    [InlineData("5 | Get-MoveReportFinding")]
    [InlineData("$null | Get-MoveReportFinding")]
    [InlineData("Get-MoveReportFinding -InputObject @()")]
    [InlineData("$list = [System.Collections.ArrayList]::new(); $null = $list.Add($list); Get-MoveReportFinding -InputObject $list")]
    public void What_cannot_be_a_report_is_one_error_with_a_target(string script)
    {
        using Session session = new();
        Assert.Empty(session.Run(script));
        Assert.NotNull(Assert.Single(session.Errors).TargetObject);
    }
}
