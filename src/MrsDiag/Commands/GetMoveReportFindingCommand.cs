using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Completion;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using MrsDiag.Pipeline;
using MrsDiag.RuleBase;
using MrsDiag.Rules;

namespace MrsDiag.Commands;

/// <summary>Explains the failures of mailbox moves from their reports, or any pasted error.</summary>
[Cmdlet(VerbsCommon.Get, "MoveReportFinding", DefaultParameterSetName = ByObject)]
[OutputType(typeof(Finding), typeof(FindingSummary))]
public sealed class GetMoveReportFindingCommand : MrsDiagCommand
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

    /// <summary>Rule packs and overlays of your own beside those of the module: files, folders of *.yml and *.yaml, wildcards.</summary>
    /// <remarks>A pack with an error is left out whole and told as an error; the other packs go on. about_MrsDiag_RulePack describes packs.</remarks>
    /// <value>The packs of the module</value>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] RulePath { get; set; } = [];

    /// <summary>Ids or names of the rules whose findings are shown, for example MRS3001, affinity-lost or MRS70*.</summary>
    /// <remarks>All rules are judged all the same, so that CausedBy is not changed by what is shown.</remarks>
    /// <value>All rules</value>
    [Parameter]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] RuleId { get; set; } = [];

    /// <summary>Ids or names of the rules whose findings are not shown. Wins over -RuleId.</summary>
    /// <remarks>To silence a rule for good, put it into an overlay: see about_MrsDiag_RulePack.</remarks>
    /// <value>No rule</value>
    [Parameter]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] ExcludeRule { get; set; } = [];

    /// <summary>The lowest severity to show: Information, Warning or Error.</summary>
    /// <remarks>
    /// The line of a healthy mailbox, what is normal, and the list of rules that could not be judged are Information. With Warning, a mailbox
    /// about which nothing is written needs no action, as far as its report could be judged.
    /// </remarks>
    [Parameter]
    public Severity Severity { get; set; }

    /// <summary>Leaves out lines and failures from before this time. Local time, unless the value says that it is UTC.</summary>
    /// <value>The whole report</value>
    [Parameter]
    public DateTime Since { get; set; }

    /// <summary>How many observations the Evidence of a finding holds at most; 0 for none. Count is not changed by it.</summary>
    /// <value>What each rule says, mostly 5</value>
    [Parameter]
    [ValidateRange(0, 1000)]
    public int EvidenceCount { get; set; }

    /// <summary>Thresholds of rules for this run, for example <c>@{ 'MRS3001.window' = '30m' }</c>.</summary>
    /// <remarks>
    /// The names are those that Get-MrsDiagRule shows under Settings. A duration is written as 90s, 45m, 2h or 1d, or given as a time span; a
    /// list is separated by commas. These values win over those of overlays. A name or value that no rule takes ends the command.
    /// </remarks>
    /// <value>The values of the rules and overlays</value>
    [Parameter]
    [ValidateNotNull]
    public IDictionary Setting { get; set; } = new Hashtable();

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
        _filter = new FindingFilter { Include = RuleId, Exclude = ExcludeRule, MinimumSeverity = Severity };
        RulePackLoad load = new RuleLoader(this).Load(RulePath);
        try
        {
            RuleEngine engine = new(load.Packs, FactCatalogs.Default, new RuleEngineOptions
            {
                Overlays = load.Overlays,
                EvidenceCount = MyInvocation.BoundParameters.ContainsKey(nameof(EvidenceCount)) ? EvidenceCount : null,
                Settings = SettingText.Of(Setting),
            });
            _analyzer = new MoveReportAnalyzer(engine, Options());
        }
        catch (RuleSettingException e)
        {
            ThrowTerminatingError(Errors.SettingInvalid(e, Setting));
        }
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
