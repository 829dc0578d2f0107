using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Diagnostics;
using MrsDiag.Pipeline;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Pipeline;

public sealed class ErrorsTests
{
    private static readonly Diagnostic Problem = new("RP0102", DiagnosticLevel.Error, new SourceLocation("my.yml", new TextPosition(7, 5), 9), "Unknown key 'were'.")
    {
        LineText = "    were: {}",
    };

    [EngineFact]
    public void Every_error_has_the_name_of_its_maker_as_id_and_a_message_and_a_target()
    {
        MethodInfo[] makers = typeof(Errors).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(m => m is { IsAssembly: true, ReturnType.Name: nameof(ErrorRecord) }).ToArray();
        Assert.NotEmpty(makers);
        foreach (MethodInfo maker in makers)
        {
            ErrorRecord error = (ErrorRecord)maker.Invoke(null, maker.GetParameters().Select(Sample).ToArray())!;
            Assert.Equal(maker.Name, error.FullyQualifiedErrorId);
            Assert.NotNull(error.TargetObject);
            Assert.NotEqual(ErrorCategory.NotSpecified, error.CategoryInfo.Category);
            Assert.False(string.IsNullOrWhiteSpace(error.ToString()), maker.Name);
        }
    }

    [EngineFact]
    public void A_mistake_in_a_pack_carries_its_place_and_reads_as_one_line()
    {
        ErrorRecord error = Errors.RulePackInvalid(Problem);
        RulePackErrorPlace place = Assert.IsType<RulePackErrorPlace>(error.TargetObject);
        Assert.Equal(("RP0102", "my.yml", 7, 5, 9), (place.Code, place.File, place.Line, place.StartColumn, place.EndColumn));
        Assert.Equal("were", place.LineText[(place.StartColumn - 1)..(place.EndColumn - 1)]);
        Assert.Equal("my.yml:7:5", place.ToString());
        Assert.Equal("my.yml:7:5: error RP0102: Unknown key 'were'.", error.ToString());
        Assert.Contains("Test-MrsDiagRulePack 'my.yml'", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [EngineFact]
    public void A_file_that_may_not_be_read_is_told_from_one_that_cannot()
    {
        Assert.Equal(ErrorCategory.PermissionDenied, Errors.FileNotReadable("a", new InputFileException("AccessDenied", "no")).CategoryInfo.Category);
        Assert.Equal(ErrorCategory.PermissionDenied, Errors.FileNotReadable("a", new UnauthorizedAccessException()).CategoryInfo.Category);
        Assert.Equal(ErrorCategory.ReadError, Errors.FileNotReadable("a", new IOException("broken")).CategoryInfo.Category);
    }

    private static object Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(string) => "sample",
        var t when t == typeof(Exception) => new IOException("the reason"),
        var t when t == typeof(Diagnostic) => Problem,
        // An input that cannot be judged carries the code of its problem as its id.
        var t when t == typeof(InputProblem) => new InputProblem(nameof(Errors.InputNotJudged), "the reason", "the file"),
        var t when t == typeof(object) => "sample",
        var t when t == typeof(IEnumerable<string>) => new[] { "*.yml" },
        var t => throw new NotSupportedException("No sample for " + t),
    };
}
