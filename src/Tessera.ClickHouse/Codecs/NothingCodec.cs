using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Nothing, the type inside the NULL literal's Nullable: it has no values and no bytes.</summary>
internal sealed class NothingCodec<T> : Codec<T>
{
    public override T Read(RowReader reader) => default!;

    public override void Write(RowWriter writer, T value) => throw new ValueException("a column of type Nothing holds no values.");
}
