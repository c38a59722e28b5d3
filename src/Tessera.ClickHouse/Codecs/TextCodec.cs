using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>String as text.</summary>
internal sealed class TextCodec : Codec<string>
{
    public override string Read(RowReader reader) => reader.ReadText();

    public override void Write(RowWriter writer, string value) =>
        writer.WriteText(value ?? throw new ValueException("null is not allowed, the column is not Nullable."));
}
