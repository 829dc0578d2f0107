using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Binding;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Endpoints;
using MrsDiag.Sources;
using MrsDiag.Tests.Shared;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Endpoints;

/// <summary>What was seen survives the real Export-Clixml whole, by either reader, and what JSON and a job leave of it too.</summary>
public sealed class SavedObservationTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".clixml");
    private readonly EndpointObservation _filled = FilledRecord.Make<EndpointObservation>();

    public void Dispose() => File.Delete(_file);

    [EngineTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Export_Clixml_and_Import_Clixml_keep_every_property(bool asResult)
    {
        using Session session = Exported(asResult);
        PSObject imported = Assert.Single(session.Run("Import-Clixml -LiteralPath $File", ("File", _file)));
        AssertSame(Assert.IsAssignableFrom<IObjectView>(PSValue.From(imported)));
    }

    [EngineTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Export_Clixml_and_the_own_reader_keep_every_property(bool asResult)
    {
        using Session session = Exported(asResult);
        EndpointInputs inputs = new();
        Assert.Empty(inputs.AddFile(_file));
        Assert.Equal(FilledRecord.Lines(_filled), FilledRecord.Lines(Assert.Single(inputs.Observations)));
    }

    [EngineFact]
    public void A_live_result_that_is_piped_again_is_read()
    {
        using Session session = new();
        AssertSame(Assert.IsAssignableFrom<IObjectView>(PSValue.From(PSObject.AsPSObject(Result()))));
    }

    [EngineFact]
    public void JSON_keeps_every_property()
    {
        using Session session = new();
        PSObject read = Assert.Single(session.Run("$o | ConvertTo-Json -Depth 8 | ConvertFrom-Json", ("o", Result())));
        AssertSame(Assert.IsAssignableFrom<IObjectView>(PSValue.From(read)));
    }

    [EngineFact]
    public void A_finding_beside_the_observation_keeps_its_evidence()
    {
        using Session session = Exported(asResult: true);
        object? time = session.Run("(Import-Clixml -LiteralPath $File).Findings[0].Evidence[0].Time", ("File", _file)).Single().BaseObject;
        Assert.Equal(new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc), Assert.IsType<DateTime>(time));
    }

    [EngineFact]
    public void Without_the_types_of_the_module_the_loss_is_an_error_that_says_what_to_do()
    {
        using Session session = new();
        session.Run("$o | Export-Clixml -LiteralPath $File", ("o", Result()), ("File", _file));
        EndpointInputs inputs = new();
        EndpointInputProblem problem = Assert.Single(inputs.AddFile(_file));
        Assert.Equal(("ObservationInvalid", 1), (problem.Code, problem.Number));
        Assert.StartsWith($"'{_file}', object 1: Observation.", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Export-Clixml -Depth 8", problem.Message, StringComparison.Ordinal);
        Assert.Empty(inputs.Observations);
    }

    [EngineFact]
    public void The_depth_that_the_message_advises_is_enough()
    {
        using Session session = new();
        session.Run("$o | Export-Clixml -LiteralPath $File -Depth 8", ("o", Result()), ("File", _file));
        EndpointInputs inputs = new();
        Assert.Empty(inputs.AddFile(_file));
        Assert.Equal(FilledRecord.Lines(_filled), FilledRecord.Lines(Assert.Single(inputs.Observations)));
    }

    private Session Exported(bool asResult)
    {
        Session session = new();
        session.Run("Update-TypeData -AppendPath $Types", ("Types", Path.Combine(AppContext.BaseDirectory, "MrsDiag.Types.ps1xml")));
        Assert.Empty(session.Errors);
        session.Run("$o | Export-Clixml -LiteralPath $File", ("o", asResult ? Result() : _filled), ("File", _file));
        Assert.Empty(session.Errors);
        return session;
    }

    private EndpointResult Result() => new()
    {
        Uri = _filled.Uri,
        HostName = _filled.Host,
        Checks = [new EndpointCheck { Name = "TLS versions" }],
        Findings = [new Finding { Evidence = [new Evidence { Time = new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc) }] }],
        Observation = _filled,
    };

    private void AssertSame(IObjectView view)
    {
        EndpointInputs inputs = new();
        inputs.AddObject(view);
        Assert.Equal(FilledRecord.Lines(_filled), FilledRecord.Lines(Assert.Single(inputs.Observations)));
    }
}
