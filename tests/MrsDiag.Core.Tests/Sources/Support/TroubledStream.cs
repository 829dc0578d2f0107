using System;
using System.IO;

namespace MrsDiag.Core.Tests.Sources.Support;

/// <summary>Gives so many bytes at a time, and may fail at a place, as a network share does.</summary>
internal sealed class TroubledStream(byte[] content, int atATime, int failAt = int.MaxValue) : MemoryStream(content)
{
    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position >= failAt)
            throw new IOException("The specified network name is no longer available.");
        return base.Read(buffer, offset, (int)Math.Min(Math.Min(count, atATime), failAt - Position));
    }
}
