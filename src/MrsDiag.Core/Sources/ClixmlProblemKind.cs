namespace MrsDiag.Sources;

/// <summary>What kind of loss a <see cref="ClixmlProblem"/> tells.</summary>
public enum ClixmlProblemKind
{
    /// <summary>The input ends in the middle; the last object is partial.</summary>
    Truncated,

    /// <summary>The XML is damaged; reading stopped there and the last object is partial.</summary>
    Malformed,

    /// <summary>Something follows the end of the document; it was not read.</summary>
    TrailingData,

    /// <summary>The medium failed; reading stopped there.</summary>
    ReadError,

    /// <summary>A tag, a comment or white space is longer than any real one, or nested deeper; reading stopped there.</summary>
    Oversized,

    /// <summary>A Ref or TNRef names an object or type list that is unknown or no longer kept; its value is null or empty.</summary>
    UnresolvedReference,

    /// <summary>Objects nested deeper than <see cref="ClixmlReaderOptions.MaxDepth"/> were left out.</summary>
    NestingCut,

    /// <summary>A text longer than <see cref="ClixmlReaderOptions.MaxTextLength"/> was cut, or a value of that length left out.</summary>
    TextCut,

    /// <summary>One object is larger than <see cref="ClixmlReaderOptions.MaxObjectBytes"/>; the rest of it was left out.</summary>
    ObjectCut,

    /// <summary>A value does not have the form of its type; it is given as text.</summary>
    BadValue,

    /// <summary>Bytes, byte order mark and declared encoding disagree; the bytes were believed. Nothing is lost by that alone.</summary>
    EncodingDoubt,

    /// <summary>Some bytes are no characters of the encoding; they stand as U+FFFD.</summary>
    UndecodableBytes,

    /// <summary>NUL characters, which XML does not allow, were replaced by U+FFFD.</summary>
    InvalidCharacters,

    /// <summary>An element or text that CLIXML does not have there was left out.</summary>
    Unexpected,
}
