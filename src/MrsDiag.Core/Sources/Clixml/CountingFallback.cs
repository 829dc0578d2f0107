using System.Text;

namespace MrsDiag.Sources.Clixml;

/// <summary>Replaces what does not decode by U+FFFD, as decoders do anyway, and counts it, so that it can be told.</summary>
internal sealed class CountingFallback : DecoderFallback
{
    public int Count { get; private set; }

    /// <inheritdoc/>
    public override int MaxCharCount => 1;

    /// <inheritdoc/>
    public override DecoderFallbackBuffer CreateFallbackBuffer() => new OneCharacter(this);

    private sealed class OneCharacter(CountingFallback owner) : DecoderFallbackBuffer
    {
        private bool _isPending;

        /// <inheritdoc/>
        public override int Remaining => _isPending ? 1 : 0;

        /// <inheritdoc/>
        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.Count++;
            return _isPending = true;
        }

        /// <inheritdoc/>
        public override char GetNextChar()
        {
            char next = _isPending ? '\ufffd' : '\0';
            _isPending = false;
            return next;
        }

        /// <inheritdoc/>
        public override bool MovePrevious() => false;

        /// <inheritdoc/>
        public override void Reset() => _isPending = false;
    }
}
