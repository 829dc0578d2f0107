namespace MrsDiag.Sources;

/// <summary>What a file is, by its first bytes.</summary>
public enum InputKind
{
    /// <summary>Nothing, or only a byte order mark or white space.</summary>
    Empty,

    /// <summary>CLIXML.</summary>
    Clixml,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Neither: a compressed file, a program, a spreadsheet.</summary>
    Binary,
}
