using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse;

/// <summary>A column of texts that mostly differ, in UTF-8.</summary>
public sealed class TextColumn : BlockColumn
{
    private readonly RowWriter values = new();
    private int count;

    /// <summary>A column without values.</summary>
    /// <param name="name">Its name.</param>
    public TextColumn(string name)
        : base(name, "String")
    {
    }

    /// <inheritdoc/>
    public override int Count => count;

    internal override long Bytes => values.Length;

    /// <summary>Adds a value.</summary>
    /// <param name="utf8">The text in UTF-8; other bytes are kept as they are.</param>
    public void Add(ReadOnlySpan<byte> utf8)
    {
        values.WriteBytes(utf8);
        count++;
    }

    internal override void Clear()
    {
        values.Clear();
        count = 0;
    }

    internal override IEnumerable<ReadOnlyMemory<byte>> Parts() => [values.Written];

    internal override void Release() => values.Dispose();
}
