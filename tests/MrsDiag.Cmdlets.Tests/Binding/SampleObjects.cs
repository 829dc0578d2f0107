using System;
using System.Collections.Generic;

namespace MrsDiag.Cmdlets.Tests.Binding;

/// <summary>Stands for an enum of the product.</summary>
public enum SampleStatus
{
    Queued = 1,
    InProgress = 2,
}

[Flags]
public enum SampleFlags
{
    None = 0,
    CrossOrg = 1,
    Pull = 2,
}

/// <summary>Stands for an object of the product: some of everything that move statistics hold.</summary>
public sealed class SampleStatistics
{
    public string DisplayName { get; set; } = "Adele Vance";

    public SampleStatus Status { get; set; } = SampleStatus.InProgress;

    public SampleFlags Flags { get; set; } = SampleFlags.CrossOrg | SampleFlags.Pull;

    public int PercentComplete { get; set; } = 95;

    public DateTime StartTimestamp { get; set; } = new(2024, 5, 1, 10, 0, 0, DateTimeKind.Utc);

    public TimeSpan Duration { get; set; } = TimeSpan.FromMinutes(14);

    public Version SourceVersion { get; set; } = new(15, 1, 2507, 6);

    public Guid ExchangeGuid { get; set; } = new("7d8e0c52-0b1f-4a80-9c47-d5e1c8c3f7a1");

    public string? BatchName { get; set; }

    public SampleReport Report { get; set; } = new();

    public override string ToString() => DisplayName;
}

public sealed class SampleReport
{
    public List<SampleEntry> Entries { get; } = [new("first"), new("second")];
}

public sealed class SampleEntry(string message)
{
    public string Message { get; } = message;

    public override string ToString() => "entry " + Message;
}

public sealed class FaultyObject
{
    public string Good => "fine";

    public string Bad => throw new InvalidOperationException("no session");

    public override string ToString() => throw new InvalidOperationException("no text");
}

public sealed class StoppingObject
{
    public string Name => throw new System.Management.Automation.PipelineStoppedException();
}

public sealed class SelfHoldingObject
{
    public string Name => "loop";

    public SelfHoldingObject Self => this;
}
