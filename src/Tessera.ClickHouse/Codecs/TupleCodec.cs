using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Tuple as a value tuple by position, or as a record by the elements' names.</summary>
internal sealed class TupleCodec<T>(IReadOnlyList<Column> elements) : Codec<T>
{
    private readonly Func<RowReader, T> read = RowCompiler.Reader<T>(elements, isNested: true);
    private readonly Lazy<Action<RowWriter, T>> write = new(() => RowCompiler.Writer<T>(elements, isNested: true));

    public override T Read(RowReader reader) => read(reader);

    public override void Write(RowWriter writer, T value) => write.Value(writer, value);
}
