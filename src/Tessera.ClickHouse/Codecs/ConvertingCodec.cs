using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>A value kept as another value on the wire, by two functions.</summary>
internal sealed class ConvertingCodec<TWire, TValue>(Codec<TWire> wire, Func<TWire, TValue> fromWire, Func<TValue, TWire> toWire)
    : Codec<TValue>
{
    public override TValue Read(RowReader reader)
    {
        var value = wire.Read(reader);
        return reader.IsIncomplete ? default! : fromWire(value);
    }

    public override void Write(RowWriter writer, TValue value) => wire.Write(writer, toWire(value));
}
