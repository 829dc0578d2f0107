using System;
using System.IO;

namespace MrsDiag.Sources;

/// <summary>Opens input files the careful way: shared with a writer, and every failure named.</summary>
public static class InputFile
{
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; .NET and Mono give the same numbers on other systems.
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);

    /// <summary>Opens a file for reading while others may write to it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="InputFileException">It is a directory, missing, locked or forbidden; the message says which.</exception>
    public static Stream Open(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw new InputFileException("IsDirectory", $"'{path}' is a folder, not a file.");
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputFileException("FileNotFound", $"There is no file '{path}'.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InputFileException("AccessDenied", $"'{path}' may not be read by this account: {e.Message}", e);
        }
        catch (IOException e) when (e.HResult is SharingViolation or LockViolation)
        {
            throw new InputFileException("FileInUse", $"'{path}' is held by another program: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or NotSupportedException or ArgumentException)
        {
            throw new InputFileException("FileNotReadable", $"'{path}' cannot be opened: {e.Message}", e);
        }
    }
}
