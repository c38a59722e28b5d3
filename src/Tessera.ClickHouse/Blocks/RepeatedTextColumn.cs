using System.Buffers;
using System.Runtime.InteropServices;
using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse;

/// <summary>A column of few different texts, LowCardinality(String): each text is sent once and the rows refer to it.</summary>
public sealed class RepeatedTextColumn : BlockColumn
{
    // What ClickHouse's Native format puts before such a column: the layout's version, and that the texts come with the block.
    private const ulong Layout = 1;
    private const ulong HasOwnTexts = 0x200;

    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly RowWriter head = new(1024);
    private readonly RowWriter narrow = new(1024);
    private int[] rows = ArrayPool<int>.Shared.Rent(1024);
    private int count;
    private string last = string.Empty;
    private int lastIndex;

    /// <summary>A column without values.</summary>
    /// <param name="name">Its name.</param>
    public RepeatedTextColumn(string name)
        : base(name, "LowCardinality(String)") => Clear();

    /// <inheritdoc/>
    public override int Count => count;

    internal override long Bytes => count * 2L;

    /// <summary>The text of a row, which may be replaced until the block is sent.</summary>
    /// <param name="row">The row, from 0.</param>
    public string this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)count, nameof(row));
            return texts[rows[row]];
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)count, nameof(row));
            rows[row] = IndexOf(value);
        }
    }

    /// <summary>Adds a value.</summary>
    /// <param name="text">The text.</param>
    public void Add(string text)
    {
        if (!ReferenceEquals(text, last))
        {
            lastIndex = IndexOf(text);
            last = text;
        }

        if (count == rows.Length)
        {
            var larger = ArrayPool<int>.Shared.Rent(count * 2);
            rows.AsSpan(0, count).CopyTo(larger);
            ArrayPool<int>.Shared.Return(rows);
            rows = larger;
        }

        rows[count++] = lastIndex;
    }

    internal override void Clear()
    {
        known.Clear();
        texts.Clear();
        count = 0;

        // The type's default value comes first.
        last = string.Empty;
        lastIndex = IndexOf(last);
    }

    internal override IEnumerable<ReadOnlyMemory<byte>> Parts()
    {
        var width = texts.Count <= byte.MaxValue + 1 ? 0 : texts.Count <= ushort.MaxValue + 1 ? 1 : 2;
        head.Clear();
        head.Write(Layout);
        head.Write(HasOwnTexts | (ulong)width);
        head.Write((ulong)texts.Count);
        foreach (var text in texts)
        {
            head.WriteText(text);
        }

        head.Write((ulong)count);
        narrow.Clear();
        var used = rows.AsSpan(0, count);
        switch (width)
        {
            case 0:
                var bytes = narrow.Reserve(count);
                for (var row = 0; row < used.Length; row++)
                {
                    bytes[row] = (byte)used[row];
                }

                break;
            case 1:
                var shorts = MemoryMarshal.Cast<byte, ushort>(narrow.Reserve(count * sizeof(ushort)));
                for (var row = 0; row < used.Length; row++)
                {
                    shorts[row] = (ushort)used[row];
                }

                break;
            default:
                MemoryMarshal.AsBytes(used).CopyTo(narrow.Reserve(count * sizeof(int)));
                break;
        }

        return [head.Written, narrow.Written];
    }

    internal override void Release()
    {
        head.Dispose();
        narrow.Dispose();
        var rented = Interlocked.Exchange(ref rows, []);
        count = 0;
        if (rented.Length > 0)
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    private int IndexOf(string text)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(known, text, out var exists);
        if (!exists)
        {
            index = texts.Count;
            texts.Add(text);
        }

        return index;
    }
}
