using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>FixedString(N) as N bytes; shorter values are filled with zeros, as ClickHouse does.</summary>
internal sealed class FixedBytesCodec(int size) : Codec<byte[]>
{
    public override byte[] Read(RowReader reader) => reader.ReadBytes(size).ToArray();

    public override void Write(RowWriter writer, byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > size)
        {
            throw new ValueException($"{value.Length} bytes do not fit into FixedString({size}).");
        }

        var target = writer.Reserve(size);
        value.CopyTo(target);
        target[value.Length..].Clear();
    }
}
