using System.Text;
using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>LowCardinality(String) as text: few distinct values, so each is allocated once rather than once per row.</summary>
internal sealed class RepeatedTextCodec : Codec<string>
{
    private const int Slots = 256;
    private const int LongestKept = 128;

    // Entries are immutable and replaced whole, so threads may share the table: a lost entry is only made again.
    private readonly Entry?[] entries = new Entry?[Slots];

    public override string Read(RowReader reader)
    {
        var bytes = reader.ReadBytes(reader.ReadLength());
        if (bytes.Length is 0 or > LongestKept)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var hash = new HashCode();
        hash.AddBytes(bytes);
        ref var entry = ref entries[hash.ToHashCode() & (Slots - 1)];
        if (entry is { } known && bytes.SequenceEqual(known.Bytes))
        {
            return known.Text;
        }

        var text = Encoding.UTF8.GetString(bytes);
        entry = new Entry(bytes.ToArray(), text);
        return text;
    }

    public override void Write(RowWriter writer, string value) =>
        writer.WriteText(value ?? throw new ValueException("null is not allowed, the column is not Nullable."));

    private sealed record Entry(byte[] Bytes, string Text);
}
