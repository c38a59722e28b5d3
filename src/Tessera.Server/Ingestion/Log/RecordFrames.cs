using System.Buffers.Binary;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Log;

/// <summary>How records lie in a chunk: each its length, four bytes little endian, and its bytes.</summary>
internal static class RecordFrames
{
    /// <summary>What a record takes more than its own bytes.</summary>
    public const int Overhead = sizeof(int);

    /// <summary>Writes one record and returns what it took.</summary>
    public static int Write(Span<byte> destination, ReadOnlySpan<byte> record)
    {
        BinaryPrimitives.WriteInt32LittleEndian(destination, record.Length);
        record.CopyTo(destination[Overhead..]);
        return Overhead + record.Length;
    }

    /// <summary>Adds those records of a chunk to a list that lie after one position and up to another.</summary>
    /// <exception cref="InvalidDataException">The chunk does not hold as many records as it says.</exception>
    public static void Read(byte[] chunk, long first, long last, long after, long through, List<LogRecord> records)
    {
        var offset = 0;
        for (var position = first; position <= last; position++)
        {
            var length = chunk.Length - offset >= Overhead ? BinaryPrimitives.ReadInt32LittleEndian(chunk.AsSpan(offset)) : -1;
            if (length < 0 || length > chunk.Length - offset - Overhead)
            {
                throw new InvalidDataException($"The log's chunk from position {first} to {last} ends in the middle.");
            }

            if (position > after && position <= through)
            {
                records.Add(new LogRecord(position, chunk.AsMemory(offset + Overhead, length)));
            }

            offset += Overhead + length;
        }
    }

    /// <summary>The chunk with other records in the place of some of those that lie after one position and up to another, and how many they are.</summary>
    /// <exception cref="InvalidDataException">The chunk does not hold as many records as it says.</exception>
    public static (byte[] Chunk, long Replaced) Replace(byte[] chunk, long first, long last, long after, long through, Func<ReadOnlyMemory<byte>, byte[]?> replace)
    {
        List<LogRecord> records = [];
        Read(chunk, first, last, first - 1, last, records);
        var (replaced, bytes) = (0L, 0);
        for (var index = 0; index < records.Count; index++)
        {
            var record = records[index];
            if (record.Position > after && record.Position <= through && replace(record.Bytes) is { } another)
            {
                records[index] = record with { Bytes = another };
                replaced++;
            }

            bytes += Overhead + records[index].Bytes.Length;
        }

        var written = 0;
        var rewritten = replaced == 0 ? chunk : new byte[bytes];
        if (replaced > 0)
        {
            records.ForEach(record => written += Write(rewritten.AsSpan(written), record.Bytes.Span));
        }

        return (rewritten, replaced);
    }
}
