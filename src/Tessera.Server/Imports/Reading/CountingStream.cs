namespace Tessera.Server.Imports.Reading;

/// <summary>Reads another stream and counts, so that another thread can show how far the reading is.</summary>
internal sealed class CountingStream : ForwardStream
{
    private long count;

    public CountingStream(Stream inner)
        : base(inner)
    {
    }

    /// <summary>How many bytes were read so far; may be asked from any thread.</summary>
    public long BytesRead => Interlocked.Read(ref count);

    public override bool CanSeek => Inner.CanSeek;

    public override long Length => Inner.Length;

    public override long Position
    {
        get => Inner.Position;
        set => Inner.Position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        var read = Inner.Read(buffer);
        Interlocked.Add(ref count, read);
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Inner.Seek(offset, origin);
}
