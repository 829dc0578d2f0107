namespace MrsDiag.Wire.Http;

// A body that ends with the connection.
internal sealed class ClosingBodyReader(BodyStore store) : BodyReader
{
    public override bool IsDone => false;

    public override bool EndsWithConnection => true;

    public override int Feed(byte[] buffer, int offset, int count) => store.Take(buffer, offset, count);
}
