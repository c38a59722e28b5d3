using System.Buffers.Binary;
using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse;

/// <summary>A column of type UUID.</summary>
public sealed class UuidColumn : BlockColumn
{
    private const int Size = 16;
    private readonly RowWriter values = new();
    private Guid last;
    private ulong lastFirst;
    private ulong lastSecond;

    /// <summary>A column without values.</summary>
    /// <param name="name">Its name.</param>
    public UuidColumn(string name)
        : base(name, "UUID")
    {
    }

    /// <inheritdoc/>
    public override int Count => values.Length / Size;

    internal override long Bytes => values.Length;

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value.</param>
    public void Add(Guid value)
    {
        // The same value mostly comes several times in a row.
        if (value != last)
        {
            Span<byte> bytes = stackalloc byte[Size];
            value.TryWriteBytes(bytes, bigEndian: true, out _);
            (last, lastFirst, lastSecond) = (value, BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        }

        values.Write(lastFirst);
        values.Write(lastSecond);
    }

    internal override void Clear() => values.Clear();

    internal override IEnumerable<ReadOnlyMemory<byte>> Parts() => [values.Written];

    internal override void Release() => values.Dispose();
}
