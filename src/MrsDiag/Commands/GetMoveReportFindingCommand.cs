using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using MrsDiag.MoveReports;
using MrsDiag.Pipeline;
using MrsDiag.RuleBase;

namespace MrsDiag.Commands;

/// <summary>Explains the failures of mailbox moves from their reports, or any pasted error.</summary>
[Cmdlet(VerbsCommon.Get, "MoveReportFinding", DefaultParameterSetName = ByObject)]
[OutputType(typeof(Finding), typeof(FindingSummary))]
public sealed class GetMoveReportFindingCommand : RuleCommand
{
    private const string ByObject = "InputObject";
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";
    private const string ByText = "Text";
    private static readonly string[] ReportFiles = ["*.xml", "*.clixml", "*.txt", "*.log"];

    private readonly FindingSummarizer _summarizer = new();
    private FindingFilter _filter = new();
    private MoveReportAnalyzer _analyzer = null!;
    private PipelineInput _input = null!;

    /// <summary>
    /// What to judge, live, from a remote session, or from Import-Clixml: the output of Get-MoveRequestStatistics -IncludeReport and its
    /// kin, of Get-MailboxStatistics -IncludeMoveReport, or of Test-MigrationServerAvailability; a migration user; an error record such as
    /// $Error[0]; a file from Get-ChildItem; or a text.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Objects are recognised by their properties, not by their type. Lines that come from Get-Content belong together, file by file; any
    /// other string is a text of its own. The name of a file that is there stands for the file.
    /// </para>
    /// <para>An object that is no move report, or whose report is missing, is one error that says what to run; the others go on.</para>
    /// </remarks>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByObject, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    /// <summary>Files of move reports, or folders of them. Wildcards are expanded.</summary>
    /// <remarks>
    /// CLIXML, as Export-Clixml writes it, or text: which of the two is found out by content, not by name, and so is the encoding. A file
    /// may hold any number of reports and is read report by report, in little memory. Of a folder the files *.xml, *.clixml, *.txt and
    /// *.log are taken.
    /// </remarks>
    [Parameter(Mandatory = true, ParameterSetName = ByPath)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files or folders exactly as named, for names with brackets in them. Otherwise as -Path.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralPath)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Texts to judge, each on its own: an error from anywhere, or the text of a report.</summary>
    /// <remarks>
    /// Paste it as it is: wrapped lines are joined again, quotes and invisible marks do not matter, and of nested errors the innermost one
    /// decides. An error names no scenario and no neighbours in time, so what it gives is often less certain than what a report gives.
    /// </remarks>
    [Parameter(Mandatory = true, ParameterSetName = ByText)]
    [AllowEmptyString]
    public string[] Text { get; set; } = [];

    /// <summary>Leaves out lines and failures from before this time. Local time, unless the value says that it is UTC.</summary>
    /// <value>The whole report</value>
    [Parameter]
    public DateTime Since { get; set; }

    /// <summary>Id of the time zone of times that carry none, for example <c>W. Europe Standard Time</c> or <c>Europe/Berlin</c>.</summary>
    /// <remarks>
    /// Exchange Online prints UTC; an Exchange Management Shell prints its local time. Only printed text lacks a zone, objects carry
    /// theirs. [TimeZoneInfo]::GetSystemTimeZones() lists the ids that this computer knows. Findings are always in UTC.
    /// </remarks>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Culture of the dates in a text, for example <c>en-GB</c>. Used only where nothing in the text tells day and month apart.</summary>
    /// <remarks>Without it such dates are read with the month first, and a finding says so.</remarks>
    /// <value>None</value>
    [Parameter]
    [ValidateNotNull]
    public CultureInfo? Culture { get; set; }

    /// <summary>Writes one object a rule over all mailboxes, at the end, instead of the findings.</summary>
    /// <remarks>Each tells how many mailboxes have it and which, how often it was seen and on which servers. Filters apply as without it.</remarks>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    private protected override void Begin()
    {
        _filter = Filter;
        _analyzer = new MoveReportAnalyzer(LoadRules(), Options());
        _input = new PipelineInput(_analyzer, new PathResolver(this).FindFile);
    }

    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case ByObject:
                Judge(stop => _input.Accept(InputObject, stop), "pipeline");
                break;
            case ByText:
                foreach (string text in Text)
                    Judge(stop => _analyzer.AnalyzeText(text, "", stop), "text");
                break;
            default:
                bool literal = ParameterSetName == ByLiteralPath;
                foreach (string file in new PathResolver(this).Files(literal ? LiteralPath : Path, literal, ReportFiles))
                    JudgeFile(file);
                break;
        }
    }

    private protected override void End()
    {
        Judge(_input.Finish, "pipeline");
        if (Summary)
            WriteObject(_summarizer.Summarize(), enumerateCollection: true);
    }

    // Reading and judging run aside, so that Ctrl+C and a pipeline that has enough are heeded inside a long file too.
    private void JudgeFile(string file)
    {
        WriteVerbose($"Reading {file}");
        int done = 0;
        RunAside<MoveReportResult>(
            (give, stop) =>
            {
                foreach (MoveReportResult result in _analyzer.AnalyzeFile(file, stop))
                    give(result);
            },
            result =>
            {
                ShowProgress("Reading move reports", $"{System.IO.Path.GetFileName(file)}: {++done} judged, {result.Subject}");
                Write(result);
            });
    }

    private void Judge(Func<System.Threading.CancellationToken, IEnumerable<MoveReportResult>> analyze, string activity)
    {
        foreach (MoveReportResult result in analyze(StopToken))
        {
            ShowProgress("Reading move reports", $"{activity}: {result.Subject}");
            Write(result);
        }
    }

    private void Write(MoveReportResult result)
    {
        if (result.Problem is { } problem)
            WriteError(Errors.InputNotJudged(problem, InputObject));
        foreach (Finding finding in result.Findings.Where(_filter.Shows))
        {
            if (Summary)
                _summarizer.Add(finding);
            else
                WriteObject(finding);
        }
    }

    private MoveReportOptions Options()
    {
        MoveReportOptions options = new() { Culture = Culture };
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Since)))
            options = options with { Since = Since.ToUniversalTime() };
        try
        {
            return options with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone) };
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            ThrowTerminatingError(Errors.TimeZoneNotFound(TimeZone, e));
            throw;
        }
    }
}
