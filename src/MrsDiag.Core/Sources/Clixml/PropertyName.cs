namespace MrsDiag.Sources.Clixml;

/// <summary>A property name, decoded, with what the options say about it.</summary>
internal sealed class PropertyName(string text, bool isSkipped)
{
    public string Text { get; } = text;

    public bool IsSkipped { get; } = isSkipped;
}
