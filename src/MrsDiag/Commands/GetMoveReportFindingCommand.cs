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
    /// What to judge: the output of Get-MoveRequestStatistics -IncludeReport and its kin, live or deserialized, an error record, the output of
    /// Test-MigrationServerAvailability, a migration user, a file, or a text.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByObject, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    /// <summary>Files of move reports, CLIXML or text; folders; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByPath)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files or folders as they are, without wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralPath)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Error texts or report texts, each judged on its own.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByText)]
    [AllowEmptyString]
    public string[] Text { get; set; } = [];

    /// <summary>Rule packs and overlays beside those of the module: files, folders, wildcards.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] RulePath { get; set; } = [];

    /// <summary>Ids or names of the rules to show; wildcards are allowed.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] RuleId { get; set; } = [];

    /// <summary>Ids or names of rules to leave out; wildcards are allowed.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] ExcludeRule { get; set; } = [];

    /// <summary>The lowest severity to show.</summary>
    [Parameter]
    public Severity Severity { get; set; }

    /// <summary>Leaves out what happened before this time.</summary>
    [Parameter]
    public DateTime Since { get; set; }

    /// <summary>How many observations a finding shows, instead of what its rule says.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public int EvidenceCount { get; set; }

    /// <summary>Thresholds of rules, for example <c>@{ 'MRS3001.window' = '30m' }</c>.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary Setting { get; set; } = new Hashtable();

    /// <summary>Id of the zone of times that carry none, for example <c>W. Europe Standard Time</c>; UTC unless given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Culture of dates in texts whose day and month cannot be told apart, for example <c>en-GB</c>.</summary>
    [Parameter]
    [ValidateNotNull]
    public CultureInfo? Culture { get; set; }

    /// <summary>Writes one object a rule over all mailboxes instead of the findings.</summary>
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
        _input = new PipelineInput(_analyzer);
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
