using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>A column that is never NULL, carried by a .NET type that might be.</summary>
internal sealed class PresentCodec<T>(Codec<T> inner) : Codec<T?>
    where T : struct
{
    public override T? Read(RowReader reader) => inner.Read(reader);

    public override void Write(RowWriter writer, T? value) =>
        inner.Write(writer, value ?? throw new ValueException("null is not allowed, the column is not Nullable."));
}
