using System.Buffers;
using System.Runtime.InteropServices;

namespace Tessera.Server.Ingestion.Contracts;

/// <summary>Records on their way into the log, in one buffer from the shared pool.</summary>
/// <remarks>Write the bytes of a record through <see cref="IBufferWriter{T}"/>, then call <see cref="Complete"/>. Not safe for several threads.</remarks>
internal sealed class LogBatch : IBufferWriter<byte>, IDisposable
{
    private const int SmallestBuffer = 4096;

    private readonly List<Entry> entries = [];
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(SmallestBuffer);
    private int completed;

    /// <summary>How many records the batch has.</summary>
    public int Count => entries.Count;

    /// <summary>How many bytes they have.</summary>
    public int Bytes => completed;

    /// <summary>How many bytes the record at hand has so far.</summary>
    public int Pending { get; private set; }

    /// <summary>The bytes of the record at hand so far, to fill in what was not known before.</summary>
    public Span<byte> PendingBytes => buffer.AsSpan(completed, Pending);

    /// <summary>The records with their keys.</summary>
    public IEnumerable<(ulong Key, ReadOnlyMemory<byte> Bytes)> Records =>
        entries.Select(entry => (entry.Key, (ReadOnlyMemory<byte>)buffer.AsMemory(entry.Start, entry.Length)));

    /// <summary>Ends the record at hand.</summary>
    /// <param name="key">Records of the same key keep their order.</param>
    public void Complete(ulong key)
    {
        entries.Add(new Entry(key, completed, Pending));
        completed += Pending;
        Pending = 0;
    }

    /// <summary>Forgets what was written of the record at hand.</summary>
    public void Discard() => Pending = 0;

    public void Advance(int count) => Pending += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return buffer.AsMemory(completed + Pending);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return buffer.AsSpan(completed + Pending);
    }

    public void Dispose()
    {
        var rented = buffer;
        buffer = [];
        if (rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>A record's place without making an object of it.</summary>
    internal (ulong Key, int Start, int Length) EntryAt(int index)
    {
        var entry = entries[index];
        return (entry.Key, entry.Start, entry.Length);
    }

    /// <summary>The bytes of a place.</summary>
    internal ReadOnlySpan<byte> Slice(int start, int length) => buffer.AsSpan(start, length);

    private void Reserve(int size)
    {
        var used = completed + Pending;
        if (buffer.Length - used >= Math.Max(size, 1))
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(used + size, buffer.Length * 2));
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(ulong Key, int Start, int Length);
}
