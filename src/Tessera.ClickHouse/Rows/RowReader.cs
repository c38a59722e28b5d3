using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Tessera.ClickHouse.Rows;

/// <summary>Reads values from a stream of rows without waiting inside a row.</summary>
/// <remarks>
/// A row is read from what is buffered. When that is too little, the reader yields zeros, empty texts and zero lengths from
/// then on and is <see cref="IsIncomplete"/>; the caller then drops the row, calls <see cref="FillAsync"/> and reads the row
/// again from its start. So decoding is plain synchronous code, and only a row in a buffer's last stretch is read twice.
/// </remarks>
internal sealed class RowReader : IDisposable
{
    private const int InitialSize = 128 * 1024;
    private const int LargeRow = 1024 * 1024;

    // A longer text or list than this is not data but a broken stream; ClickHouse itself refuses longer ones by default.
    private const int LongestValue = 1 << 30;

    private readonly Stream stream;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int rowStart;
    private int position;
    private int end;
    private int wanted;

    public RowReader(Stream stream) => this.stream = stream;

    /// <summary>Whether the row being read goes on beyond what is buffered.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>Whether unread bytes are buffered.</summary>
    public bool HasBytes => end > rowStart;

    /// <summary>The column being read, for errors.</summary>
    public int Column { get; set; }

    /// <summary>Ends the current row: what follows is the next one.</summary>
    public void EndRow() => rowStart = position;

    /// <summary>Waits for more of the stream and goes back to the start of the current row.</summary>
    /// <returns>False when the stream has ended.</returns>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        var rowLength = end - rowStart;
        // A huge row would be decoded anew for every packet; doubling keeps the total work linear.
        var target = rowLength > LargeRow ? Math.Max(wanted, 2 * rowLength) : Math.Max(wanted, rowLength + 1);
        MakeRoom(rowLength, target);
        while (end < target)
        {
            var count = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                break;
            }

            end += count;
        }

        position = 0;
        wanted = 0;
        IsIncomplete = false;
        return end > rowLength;
    }

    /// <summary>Reads a fixed-size number in the byte order of ClickHouse and of every machine we run on: little-endian.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Read<T>()
        where T : unmanaged
    {
        if (!Has(Unsafe.SizeOf<T>()))
        {
            return default;
        }

        var value = MemoryMarshal.Read<T>(buffer.AsSpan(position));
        position += Unsafe.SizeOf<T>();
        return value;
    }

    /// <summary>Reads bytes; empty when incomplete.</summary>
    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        if (!Has(count))
        {
            return default;
        }

        var bytes = buffer.AsSpan(position, count);
        position += count;
        return bytes;
    }

    /// <summary>Reads the length of what follows: a text's bytes, a list's items.</summary>
    public int ReadLength()
    {
        ulong length = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Read<byte>();
            length |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return length <= LongestValue ? (int)length : throw Broken(length);
            }
        }

        throw Broken(length);
    }

    /// <summary>Reads a length-prefixed text; bytes that are not UTF-8 become U+FFFD.</summary>
    public string ReadText() => Encoding.UTF8.GetString(ReadBytes(ReadLength()));

    public void Dispose()
    {
        var rented = Interlocked.Exchange(ref buffer, []);
        if (rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static InvalidDataException Broken(ulong length) => new($"a value claims to be {length} long");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Has(int count) => count <= end - position || Lack(count);

    private bool Lack(int count)
    {
        if (!IsIncomplete)
        {
            IsIncomplete = true;
            wanted = position - rowStart + count;
            position = end;
        }

        return false;
    }

    private void MakeRoom(int rowLength, int target)
    {
        var row = buffer.AsSpan(rowStart, rowLength);
        if (target <= buffer.Length)
        {
            row.CopyTo(buffer);
        }
        else
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(target, (int)Math.Min(2L * buffer.Length, Array.MaxLength)));
            row.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        rowStart = 0;
        end = rowLength;
    }
}
