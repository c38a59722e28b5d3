using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Nullable(T) as T? of a value type.</summary>
internal sealed class NullableCodec<T>(Codec<T> inner) : Codec<T?>
    where T : struct
{
    public override T? Read(RowReader reader) => reader.Read<byte>() == 0 ? inner.Read(reader) : null;

    public override void Write(RowWriter writer, T? value)
    {
        writer.Write((byte)(value.HasValue ? 0 : 1));
        if (value is { } present)
        {
            inner.Write(writer, present);
        }
    }
}
