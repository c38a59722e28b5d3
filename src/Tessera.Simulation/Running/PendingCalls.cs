namespace Tessera.Simulation.Running;

/// <summary>
/// Puts calls into one order over all customers: by time, then customer, then sequence. Holds back what a later day might
/// still precede, so it never holds more than about two days.
/// </summary>
internal sealed class PendingCalls
{
    private const int CustomerBits = 24;
    private const int SequenceBits = 12;
    private const int TimeBits = 64 - CustomerBits - SequenceBits;

    private EventRecord[] records = new EventRecord[1024];
    private EventRecord[] sorted = new EventRecord[1024];
    private ulong[] keys = new ulong[1024];
    private int[] order = new int[1024];
    private int count;

    /// <summary>Adds the calls of one block.</summary>
    public void Add(ReadOnlySpan<EventRecord> calls)
    {
        Reserve(count + calls.Length);
        calls.CopyTo(records.AsSpan(count));
        count += calls.Length;
    }

    /// <summary>Takes out all calls before an instant, in order.</summary>
    /// <returns>The calls; valid until the next use of this object.</returns>
    public ArraySegment<EventRecord> TakeBefore(long time)
    {
        if (count == 0)
        {
            return ArraySegment<EventRecord>.Empty;
        }

        var earliest = long.MaxValue;
        for (var i = 0; i < count; i++)
        {
            earliest = Math.Min(earliest, records[i].Time);
        }

        for (var i = 0; i < count; i++)
        {
            ref var record = ref records[i];
            var offset = (ulong)(record.Time - earliest);
            if (offset >= 1UL << TimeBits)
            {
                throw new InvalidOperationException("Calls of one step lie further apart than three days.");
            }

            keys[i] = (offset << (CustomerBits + SequenceBits)) | ((ulong)record.Customer << SequenceBits) | record.Sequence;
            order[i] = i;
        }

        Array.Sort(keys, order, 0, count);
        var taken = 0;
        for (var i = 0; i < count; i++)
        {
            sorted[i] = records[order[i]];
            taken += sorted[i].Time < time ? 1 : 0;
        }

        sorted.AsSpan(taken, count - taken).CopyTo(records);
        count -= taken;
        return new ArraySegment<EventRecord>(sorted, 0, taken);
    }

    private void Reserve(int needed)
    {
        if (needed > records.Length)
        {
            var length = Math.Max(needed, records.Length * 2);
            Array.Resize(ref records, length);
            sorted = new EventRecord[length];
            keys = new ulong[length];
            order = new int[length];
        }
    }
}
