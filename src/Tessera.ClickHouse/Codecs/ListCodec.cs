using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Array(T) as any list type that <paramref name="finish"/> makes of an array.</summary>
internal sealed class ListCodec<TItem, TList>(Codec<TItem> item, Func<TItem[], TList> finish) : Codec<TList>
    where TList : IEnumerable<TItem>
{
    // The claimed length is not trusted with memory before the items are there.
    private const int LargestFirstGuess = 4096;

    public override TList Read(RowReader reader)
    {
        var count = reader.ReadLength();
        var items = count == 0 ? [] : new TItem[Math.Min(count, LargestFirstGuess)];
        for (var i = 0; i < count && !reader.IsIncomplete; i++)
        {
            if (i == items.Length)
            {
                Array.Resize(ref items, (int)Math.Min(count, 2L * i));
            }

            items[i] = item.Read(reader);
        }

        return finish(items);
    }

    public override void Write(RowWriter writer, TList value)
    {
        if (value is null)
        {
            throw new ValueException("null is not allowed, an Array is never NULL; use an empty one.");
        }

        if (value is TItem[] array)
        {
            writer.WriteLength(array.Length);
            foreach (var element in array)
            {
                item.Write(writer, element);
            }

            return;
        }

        writer.WriteLength(value.Count());
        foreach (var element in value)
        {
            item.Write(writer, element);
        }
    }
}
