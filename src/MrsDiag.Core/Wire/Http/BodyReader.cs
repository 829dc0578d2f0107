namespace MrsDiag.Wire.Http;

// One of the three ways a body ends. Feed gives back how many bytes were consumed.
internal abstract class BodyReader
{
    public abstract bool IsDone { get; }

    // Whether the end of the connection ends the body as well.
    public virtual bool EndsWithConnection => false;

    public abstract int Feed(byte[] buffer, int offset, int count);
}
