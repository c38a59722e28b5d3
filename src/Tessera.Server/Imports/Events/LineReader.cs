namespace Tessera.Server.Imports.Events;

/// <summary>The lines of a text, one after the other, in constant memory.</summary>
internal sealed class LineReader(Stream text) : IDisposable
{
    /// <summary>Longer lines are passed over and reported.</summary>
    public const int LongestLine = 1 << 20;

    private byte[] buffer = new byte[1 << 17];
    private int start;
    private int end;
    private bool ended;
    private ReadOnlyMemory<byte> current;

    /// <summary>The number of the current line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The current line without its end; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Line => current.Span;

    /// <summary>Whether the current line is longer than <see cref="LongestLine"/>; its beginning is <see cref="Line"/>.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Moves to the next line; false after the last one.</summary>
    public bool Read()
    {
        IsTooLong = false;
        var searched = 0;
        while (true)
        {
            var newline = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                return Take(searched + newline, 1);
            }

            searched = end - start;
            if (ended)
            {
                return searched > 0 && Take(searched, 0);
            }

            if (searched > LongestLine)
            {
                return TakeTooLong();
            }

            Fill();
        }
    }

    public void Dispose() => text.Dispose();

    private bool Take(int length, int newline)
    {
        var trimmed = length > 0 && buffer[start + length - 1] == (byte)'\r' ? length - 1 : length;
        current = buffer.AsMemory(start, trimmed);
        start += length + newline;
        Number++;
        return true;
    }

    private bool TakeTooLong()
    {
        IsTooLong = true;
        Number++;
        current = buffer.AsSpan(start, 1000).ToArray();
        while (true)
        {
            var newline = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (newline >= 0 || ended)
            {
                start = newline >= 0 ? start + newline + 1 : end;
                return true;
            }

            start = end = 0;
            Fill();
        }
    }

    private void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = text.Read(buffer.AsSpan(end));
        ended = read == 0;
        end += read;
    }
}
