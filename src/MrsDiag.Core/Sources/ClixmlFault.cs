namespace MrsDiag.Sources;

/// <summary>Why a file could not be read as CLIXML at all.</summary>
public enum ClixmlFault
{
    /// <summary>There is no such file.</summary>
    NotFound,

    /// <summary>The path names a directory.</summary>
    Directory,

    /// <summary>The file must not be read by this account.</summary>
    AccessDenied,

    /// <summary>Another program holds the file.</summary>
    InUse,

    /// <summary>The file could not be opened or its first bytes not read, for a reason that the message gives.</summary>
    Unreadable,

    /// <summary>There is nothing in it, or only a byte order mark or white space.</summary>
    Empty,

    /// <summary>It is an archive: gzip, zip and the like.</summary>
    Compressed,

    /// <summary>It is a web page, a text, a CSV or another XML format.</summary>
    NotClixml,

    /// <summary>It declares a document type, which CLIXML never does; entity bombs come that way.</summary>
    DocumentType,

    /// <summary>It breaks off before the first object.</summary>
    Truncated,
}
