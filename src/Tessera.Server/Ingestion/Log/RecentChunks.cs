using System.Runtime.InteropServices;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Log;

/// <summary>
/// The chunks of a partition that were committed last. Whoever follows the log closely reads them here: once out of memory for all, and not
/// once out of the file for each. Safe for many threads.
/// </summary>
/// <param name="mostBytes">The oldest are let go when there are more bytes than this; one chunk stays, however large.</param>
internal sealed class RecentChunks(long mostBytes)
{
    private readonly Lock gate = new();
    private readonly List<Chunk> chunks = [];
    private int gone;
    private long bytes;

    /// <summary>Adds a chunk that is durable.</summary>
    /// <param name="first">The position of its first record.</param>
    /// <param name="last">The position of its last record.</param>
    /// <param name="data">The chunk; nobody changes it any more.</param>
    public void Add(long first, long last, byte[] data)
    {
        lock (gate)
        {
            chunks.Add(new Chunk(first, last, data));
            bytes += data.Length;
            while (bytes > mostBytes && gone < chunks.Count - 1)
            {
                bytes -= chunks[gone].Data.Length;
                chunks[gone++] = default;
            }

            // Moved up once for many.
            if (gone > chunks.Count / 2)
            {
                chunks.RemoveRange(0, gone);
                gone = 0;
            }
        }
    }

    /// <summary>Forgets all of them, since the file has others in their place.</summary>
    public void Clear()
    {
        lock (gate)
        {
            chunks.Clear();
            (gone, bytes) = (0, 0);
        }
    }

    /// <summary>Reads records as <see cref="IEventLog.ReadAsync"/> does; null when they are not all here.</summary>
    public List<LogRecord>? Read(long after, long through, long limit)
    {
        List<Chunk> some = [];
        lock (gate)
        {
            var index = FirstAfter(after);
            if (index == chunks.Count || chunks[index].First > after + 1)
            {
                return null;
            }

            for (; index < chunks.Count && chunks[index].First <= through && (some.Count == 0 || limit > 0); index++)
            {
                some.Add(chunks[index]);
                limit -= chunks[index].Data.Length;
            }
        }

        List<LogRecord> records = [];
        foreach (var chunk in some)
        {
            RecordFrames.Read(chunk.Data, chunk.First, chunk.Last, after, through, records);
        }

        return records;
    }

    // Where the first chunk stands that has records after a position.
    private int FirstAfter(long position)
    {
        var (low, high) = (gone, chunks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = chunks[middle].Last <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Chunk(long First, long Last, byte[] Data);
}
