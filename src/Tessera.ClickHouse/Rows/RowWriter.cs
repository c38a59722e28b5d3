using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Tessera.ClickHouse.Rows;

/// <summary>Collects values in a growing buffer.</summary>
internal sealed class RowWriter : IDisposable
{
    // The shared pool keeps what is given back to it, per thread, for minutes. What large batches are filled in would stay
    // resident many times over in a program that inserts now and then; it is left to the collector instead.
    private const int LargestPooled = 1024 * 1024;

    private byte[] buffer;
    private int length;

    public RowWriter(int initialSize = 64 * 1024) => buffer = Take(initialSize);

    /// <summary>What has been written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, length);

    /// <summary>How many bytes have been written.</summary>
    public int Length => length;

    /// <summary>The column being written, for errors.</summary>
    public int Column { get; set; }

    public void Clear() => length = 0;

    /// <summary>Writes a fixed-size number, little-endian.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<T>(T value)
        where T : unmanaged
    {
        MemoryMarshal.Write(Reserve(Unsafe.SizeOf<T>()), in value);
    }

    /// <summary>Makes room for bytes that the caller fills in.</summary>
    public Span<byte> Reserve(int count)
    {
        if (count > buffer.Length - length)
        {
            Grow(count);
        }

        var span = buffer.AsSpan(length, count);
        length += count;
        return span;
    }

    /// <summary>Writes the length of what follows.</summary>
    public void WriteLength(int value)
    {
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            Write((byte)((rest & 0x7F) | 0x80));
            rest >>= 7;
        }

        Write((byte)rest);
    }

    /// <summary>Writes bytes with their length before them.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        WriteLength(bytes.Length);
        bytes.CopyTo(Reserve(bytes.Length));
    }

    /// <summary>Writes a text in UTF-8 with its length in bytes before it.</summary>
    public void WriteText(string text)
    {
        var count = Encoding.UTF8.GetByteCount(text);
        WriteLength(count);
        Encoding.UTF8.GetBytes(text, Reserve(count));
    }

    public void Dispose()
    {
        var last = Interlocked.Exchange(ref buffer, []);
        length = 0;
        GiveBack(last);
    }

    private static byte[] Take(int size) =>
        size <= LargestPooled ? ArrayPool<byte>.Shared.Rent(size) : GC.AllocateUninitializedArray<byte>(size);

    private static void GiveBack(byte[] taken)
    {
        if (taken.Length is > 0 and <= LargestPooled)
        {
            ArrayPool<byte>.Shared.Return(taken);
        }
    }

    private void Grow(int count)
    {
        var larger = Take((int)Math.Min(Math.Max(2L * buffer.Length, (long)length + count), Array.MaxLength));
        buffer.AsSpan(0, length).CopyTo(larger);
        GiveBack(buffer);
        buffer = larger;
    }
}
