namespace MrsDiag.Sources.Clixml;

/// <summary>Estimated sizes of built objects in bytes, on a 64-bit runtime.</summary>
internal static class Weights
{
    /// <summary>A name and a value in the arrays of a node.</summary>
    public const int Slot = 16;

    /// <summary>A node with its two arrays.</summary>
    public const int Node = 96;

    /// <summary>A boxed number, a time and the like.</summary>
    public const int Box = 24;

    /// <summary>A string.</summary>
    public static int Of(string text) => 24 + (2 * text.Length);

    /// <summary>A value besides its slot.</summary>
    public static int Of(object value) => value switch
    {
        string text => Of(text),
        byte[] bytes => 24 + bytes.Length,
        _ => Box,
    };
}
