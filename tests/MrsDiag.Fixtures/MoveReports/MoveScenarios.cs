using System;
using System.Globalization;
using MrsDiag.Fixtures.MoveReports.Scenarios;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>Makes a move of each scenario.</summary>
public static class MoveScenarios
{
    // Names of Microsoft's demonstration tenants.
    private static readonly string[] Names =
    [
        "Adele Vance", "Alex Wilber", "Diego Siciliani", "Grady Archie", "Isaiah Langer", "Johanna Lorenz", "Joni Sherman", "Lee Gu",
        "Lidia Holloway", "Lynne Robbins", "Megan Bowen", "Miriam Graham", "Nestor Wilke", "Patti Fernandez", "Pradeep Gupta",
    ];

    /// <summary>Makes a move.</summary>
    /// <param name="scenario">What happens.</param>
    /// <param name="index">Which one it is in its file: gives its name and its numbers.</param>
    /// <param name="options">Seed, start, and how many lines and failures it has at least.</param>
    public static SampleMove Create(MoveScenario scenario, int index, MoveReportFixtureOptions options)
    {
        FixtureRandom random = new(unchecked((options.Seed * 7919) + index));
        string name = Names[index % Names.Length];
        if (index >= Names.Length)
            name += " " + (index / Names.Length).ToString(CultureInfo.InvariantCulture);
        SampleMove move = new()
        {
            DisplayName = name,
            Alias = name.Replace(" ", "."),
            MailboxGuid = random.NextGuid(),
            RequestGuid = random.NextGuid(),
            ItemCount = random.Next(2_000, 80_000),
            TotalBytes = (random.Next(200, 9_000) * 1_048_576L) + random.Next(1_048_576),
            Queued = options.Start.AddMinutes(index % 600),
        };
        MoveTimeline timeline = new(move, random, options.MostRetries);
        Action<MoveTimeline> play = Play(scenario);
        play(timeline);
        MoveFilling.Fill(move, options);
        return move;
    }

    private static Action<MoveTimeline> Play(MoveScenario scenario) => scenario switch
    {
        MoveScenario.Healthy => OrdinaryScenarios.Healthy,
        MoveScenario.InProgress => OrdinaryScenarios.InProgress,
        MoveScenario.StalledTargetDisk => OrdinaryScenarios.StalledTargetDisk,
        MoveScenario.CompletedWithWarning => OrdinaryScenarios.CompletedWithWarning,
        MoveScenario.TooManyBadItems => OrdinaryScenarios.TooManyBadItems,
        MoveScenario.AffinityLost2010 => SessionScenarios.AffinityLost2010,
        MoveScenario.SingleServer15 => SessionScenarios.SingleServer15,
        MoveScenario.MailboxLock => SessionScenarios.MailboxLock,
        MoveScenario.ExportTimeout => SessionScenarios.ExportTimeout,
        MoveScenario.TooManyTransientFailures => SessionScenarios.TooManyTransientFailures,
        MoveScenario.Auth401 => EndpointScenarios.Auth401,
        MoveScenario.Auth401BasicOnly => EndpointScenarios.Auth401BasicOnly,
        MoveScenario.Forbidden403 => EndpointScenarios.Forbidden403,
        MoveScenario.ConnectionLimit => EndpointScenarios.ConnectionLimit,
        MoveScenario.NotFound404 => EndpointScenarios.NotFound404,
        MoveScenario.Unavailable503 => EndpointScenarios.Unavailable503,
        MoveScenario.NameNotResolved => EndpointScenarios.NameNotResolved,
        MoveScenario.CertificateInvalid => EndpointScenarios.CertificateInvalid,
        MoveScenario.HybridAgent504 => EndpointScenarios.HybridAgent504,
        MoveScenario.OffboardingNameNotResolved => EndpointScenarios.OffboardingNameNotResolved,
        _ => throw new ArgumentOutOfRangeException(nameof(scenario), scenario, "No timeline."),
    };
}
