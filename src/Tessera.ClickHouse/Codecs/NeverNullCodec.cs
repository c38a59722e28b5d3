using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Writes values that are never null into a Nullable column.</summary>
internal sealed class NeverNullCodec<T>(Codec<T> inner) : Codec<T>
    where T : struct
{
    public override T Read(RowReader reader) =>
        reader.Read<byte>() == 0 ? inner.Read(reader) : throw new ValueException("NULL has no place in the .NET type.");

    public override void Write(RowWriter writer, T value)
    {
        writer.Write((byte)0);
        inner.Write(writer, value);
    }
}
