namespace MrsDiag;

/// <summary>One step towards a cure, in the order to try.</summary>
public sealed class Remedy
{
    /// <summary>The step, an imperative sentence.</summary>
    public string Text { get; set; } = "";

    /// <summary>Where the step is carried out.</summary>
    public RunIn RunIn { get; set; }

    /// <summary>Who carries it out.</summary>
    public FindingOwner Owner { get; set; }

    /// <summary>The step with its place, as a list view shows it.</summary>
    /// <returns>For example <c>[LoadBalancer] Set source-address persistence.</c></returns>
    public override string ToString() => $"[{RunIn}] {Text}";
}
