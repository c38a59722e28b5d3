using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Nullable(T) as a reference that may be null.</summary>
internal sealed class NullableReferenceCodec<T>(Codec<T> inner) : Codec<T?>
    where T : class
{
    public override T? Read(RowReader reader) => reader.Read<byte>() == 0 ? inner.Read(reader) : null;

    public override void Write(RowWriter writer, T? value)
    {
        writer.Write((byte)(value is null ? 1 : 0));
        if (value is not null)
        {
            inner.Write(writer, value);
        }
    }
}
