using System;
using System.IO;

namespace MrsDiag.Sources.Clixml;

/// <summary>Opens files and says in one kind of exception why one cannot be opened.</summary>
internal static class ClixmlFile
{
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION as HRESULTs; other systems use them for the same.
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);

    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
            throw new ClixmlException(path, ClixmlFault.Directory, "is a directory, not a file");
        try
        {
            // The byte source has its own buffer. Others may go on writing, and may delete it.
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Explain(path, e);
        }
    }

    /// <summary>The exception for a file that cannot be opened.</summary>
    public static ClixmlException Explain(string path, Exception cause) => cause switch
    {
        FileNotFoundException or DirectoryNotFoundException =>
            new ClixmlException(path, ClixmlFault.NotFound, "does not exist", cause),
        UnauthorizedAccessException =>
            new ClixmlException(path, ClixmlFault.AccessDenied, "must not be read by this account", cause),
        IOException when cause.HResult is SharingViolation or LockViolation =>
            new ClixmlException(path, ClixmlFault.InUse, "is held by another program", cause),
        _ => new ClixmlException(path, ClixmlFault.Unreadable, "cannot be opened: " + cause.Message.TrimEnd('.'), cause),
    };
}
