using System.Collections.Generic;
using System.Text;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>
/// The generated files of tests/fixtures/move-reports, by name. The tests hold them against the generator; with the environment
/// variable MRSDIAG_WRITE_FIXTURES=1 they write them instead.
/// </summary>
public static class SampleFiles
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Each file's options.</summary>
    public static IReadOnlyDictionary<string, MoveReportFixtureOptions> All { get; } = new Dictionary<string, MoveReportFixtureOptions>
    {
        ["affinity-lost-2010.clixml"] = Of(3, MoveScenario.AffinityLost2010) with { Encoding = Utf8 },
        ["healthy.clixml"] = Of(2, MoveScenario.Healthy),
        ["auth-401.clixml"] = Of(5, MoveScenario.Auth401) with { Encoding = Utf8 },
        ["forbidden-403.clixml"] = Of(7, MoveScenario.Forbidden403) with { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true) },
        ["mixed-batch.clixml"] = Of(
            11, MoveScenario.MailboxLock, MoveScenario.NameNotResolved, MoveScenario.InProgress, MoveScenario.NotFound404, MoveScenario.Forbidden403)
            with
        {
            Encoding = Utf8,
            LineBreak = "\n",
            MostRetries = 2,
        },
        ["poor.clixml"] = Of(13, MoveScenario.AffinityLost2010, MoveScenario.Healthy) with { Quality = ExportQuality.Poor, IsDeserialized = false },
        ["no-report.clixml"] = Of(17, MoveScenario.InProgress) with { Quality = ExportQuality.NoReport },
    };

    private static MoveReportFixtureOptions Of(int seed, params MoveScenario[] scenarios) =>
        new() { Seed = seed, Scenarios = scenarios, Mailboxes = scenarios.Length };
}
