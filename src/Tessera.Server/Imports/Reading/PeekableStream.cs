namespace Tessera.Server.Imports.Reading;

/// <summary>Lets the first bytes of a stream be looked at before they are read.</summary>
internal sealed class PeekableStream : ForwardStream
{
    private byte[] start = [];
    private int position;

    public PeekableStream(Stream inner)
        : base(inner)
    {
    }

    /// <summary>The next bytes, fewer than <paramref name="count"/> only when the stream ends; they stay to be read.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        var held = start.AsSpan(position);
        if (held.Length < count)
        {
            var wanted = new byte[count];
            held.CopyTo(wanted);
            var read = held.Length + Inner.ReadAtLeast(wanted.AsSpan(held.Length), count - held.Length, throwOnEndOfStream: false);
            start = wanted[..read];
            position = 0;
        }

        return start.AsSpan(position, Math.Min(count, start.Length - position));
    }

    /// <summary>Passes over bytes that were peeked at.</summary>
    public void Skip(int count) => position += count;

    public override int Read(Span<byte> buffer)
    {
        if (position == start.Length)
        {
            return Inner.Read(buffer);
        }

        var count = Math.Min(buffer.Length, start.Length - position);
        start.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }
}
