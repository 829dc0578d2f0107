using System.Collections.Generic;
using System.Linq;
using MrsDiag.Diagnostics;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

public class FaultTests
{
    public static IEnumerable<object[]> Names => FaultSamples.All.Select(s => new object[] { s.ToString() });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_is_reported_once_at_its_place_and_leaves_its_file_out(string name)
    {
        FaultSample sample = FaultSamples.Get(name);
        (string, string)[] files = [.. sample.Others.Select((text, i) => ("good" + i + ".yml", text)), ("fault.yml", sample.Text)];

        RulePackLoad load = Load.Files(files);

        Diagnostic diagnostic = load.Diagnostics.Count == 1 ? load.Diagnostics[0] : throw new Xunit.Sdk.XunitException(Load.Render(load.Diagnostics));
        Assert.Equal(sample.Code, diagnostic.Code);
        Assert.Equal("fault.yml", diagnostic.Location.File);
        Assert.Equal(sample.Marked, TextAt(sample.Text, diagnostic.Location));
        bool isError = diagnostic.Level == DiagnosticLevel.Error;
        Assert.Equal(isError, load.HasErrors);
        Assert.Equal(!isError, load.Packs.Any(p => p.File == "fault.yml"));
        Assert.Equal(sample.Others.Length, load.Packs.Count(p => p.File != "fault.yml"));
        Assert.Empty(load.Overlays);
    }

    [Fact]
    public void Every_code_has_a_sample_and_every_sample_a_code()
    {
        string[] codes = DiagnosticCodes.All.Select(c => c.Id).ToArray();

        // RP0019 needs more than fifty errors; LimitTests has it.
        Assert.Equal(codes.Where(c => c != DiagnosticCodes.TooManyErrors.Id), FaultSamples.All.Select(s => s.Code).Distinct().OrderBy(c => c));
    }

    [Fact]
    public void Codes_are_unique_and_explained()
    {
        Assert.Equal(DiagnosticCodes.All.Count, DiagnosticCodes.All.Select(c => c.Id).Distinct().Count());
        Assert.All(DiagnosticCodes.All, c =>
        {
            Assert.Matches("^RP0[0-9]{3}$", c.Id);
            Assert.EndsWith(".", c.Explanation);
            Assert.EndsWith(".", c.Fix);
            Assert.NotEmpty(c.Title);
        });
    }

    internal static string TextAt(string text, SourceLocation location)
    {
        SourceText source = new("", text);
        string line = source.LineText(location.Start.Line);
        return line.Substring(location.Start.Column - 1, location.EndColumn - location.Start.Column);
    }
}
