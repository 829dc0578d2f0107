using System;

namespace MrsDiag.Cli.Output;

/// <summary>How wide text may be.</summary>
internal static class ConsoleWidth
{
    private const int Ordinary = 100;

    /// <summary>The window's width within sensible bounds; 100 columns where there is no window.</summary>
    public static int Value { get; } = Console.IsOutputRedirected ? Ordinary : Math.Clamp(Read(), 60, 160);

    private static int Read()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (System.IO.IOException)
        {
            return Ordinary;
        }
    }
}
