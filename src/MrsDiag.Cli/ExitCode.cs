namespace MrsDiag.Cli;

/// <summary>What the program tells the shell. The larger one wins.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above <c>--fail-on</c>.</summary>
    public const int Ok = 0;

    /// <summary>Findings at or above <c>--fail-on</c>, or a rule pack with a problem.</summary>
    public const int Findings = 1;

    /// <summary>Bad input or usage; results of readable inputs were printed all the same.</summary>
    public const int BadInput = 2;
}
