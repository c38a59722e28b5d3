using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>A number that is the same in memory and on the wire.</summary>
internal sealed class NumberCodec<T> : Codec<T>
    where T : unmanaged
{
    public override T Read(RowReader reader) => reader.Read<T>();

    public override void Write(RowWriter writer, T value) => writer.Write(value);
}
