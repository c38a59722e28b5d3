namespace Tessera.Segments.Live.Tracks;

/// <summary>
/// What a profile keeps for one track: entries in order of time, and of message id where the shape has one, column by column; and what older
/// entries came to where they were folded together.
/// </summary>
internal sealed class Track(TrackShape shape)
{
    /// <summary>Stands for a date that an entry does not have.</summary>
    internal const long NoDate = long.MinValue;

    private long[] times = new long[2];
    private string[] ids = shape.HasIds ? new string[2] : [];
    private string[] texts = shape.HasTexts ? new string[2] : [];
    private Int128[] numbers = shape.HasNumbers ? new Int128[2] : [];
    private ulong[] words = new ulong[2 * shape.Words];
    private long[] dates = new long[2 * shape.Dates];

    /// <summary>What is read where a profile has nothing.</summary>
    internal static Track Empty { get; } = new(new TrackShape());

    internal TrackShape Shape => shape;

    internal int Count { get; private set; }

    /// <summary>How many of the first entries have nothing among them that can go but for the passing of time; -1 when that is not known.</summary>
    internal int Thinned { get; set; } = -1;

    /// <summary>How many entries were folded.</summary>
    internal long FoldedCount { get; set; }

    /// <summary>The sum of the numbers folded.</summary>
    internal Int128 FoldedSum { get; set; }

    /// <summary>Whether the answer stands for ever, and entries need not be kept.</summary>
    internal bool IsDecided { get; set; }

    internal bool IsEmpty => Count == 0 && FoldedCount == 0 && !IsDecided;

    internal long Time(int index) => times[index];

    internal string Id(int index) => ids[index];

    internal string Text(int index) => texts[index];

    internal Int128 Number(int index) => numbers[index];

    internal long Date(int index, int slot) => dates[(index * shape.Dates) + slot];

    internal bool Bit(int index, int slot) => (words[(index * shape.Words) + (slot / TrackShape.BitsPerWord)] >> (slot % TrackShape.BitsPerWord) & 1) != 0;

    internal ulong Word(int index, int word) => words[(index * shape.Words) + word];

    internal void SetText(int index, string text) => texts[index] = text;

    internal void SetNumber(int index, Int128 number) => numbers[index] = number;

    internal void SetDate(int index, int slot, long date) => dates[(index * shape.Dates) + slot] = date;

    internal void SetBit(int index, int slot) => words[(index * shape.Words) + (slot / TrackShape.BitsPerWord)] |= 1UL << (slot % TrackShape.BitsPerWord);

    internal void SetWord(int index, int word, ulong value) => words[(index * shape.Words) + word] = value;

    /// <summary>The words and dates of an entry.</summary>
    internal (ulong[] Words, long[] Dates) Row(int index) =>
        (words.AsSpan(index * shape.Words, shape.Words).ToArray(), dates.AsSpan(index * shape.Dates, shape.Dates).ToArray());

    internal void SetRow(int index, ulong[] row, long[] instants)
    {
        row.CopyTo(words, index * shape.Words);
        instants.CopyTo(dates, index * shape.Dates);
    }

    /// <summary>How many entries are earlier than an instant.</summary>
    internal int CountBefore(long time)
    {
        if (Count == 0 || times[Count - 1] < time)
        {
            return Count;
        }

        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (times[middle] < time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Makes room for an entry at its place in the order, after those alike unless it comes first, and says where; its columns are empty.</summary>
    internal int Insert(long time, string? id, bool comesFirst = false)
    {
        var at = Count;
        while (at > 0 && (times[at - 1] > time || (times[at - 1] == time && (comesFirst || (shape.HasIds && TextOrder.Instance.Compare(ids[at - 1], id) > 0)))))
        {
            at--;
        }

        Open(ref times, at, 1);
        times[at] = time;
        if (shape.HasIds)
        {
            Open(ref ids, at, 1);
            ids[at] = id!;
        }

        if (shape.HasTexts)
        {
            Open(ref texts, at, 1);
        }

        if (shape.HasNumbers)
        {
            Open(ref numbers, at, 1);
        }

        Open(ref words, at, shape.Words);
        Open(ref dates, at, shape.Dates);
        Count++;
        Thinned = -1;
        return at;
    }

    /// <summary>Adds a copy of an entry of another track of the same shape.</summary>
    internal void Insert(Track other, int index, bool comesFirst)
    {
        var at = Insert(other.times[index], shape.HasIds ? other.ids[index] : null, comesFirst);
        Copy(other, index, at);
    }

    /// <summary>Drops the first entries.</summary>
    internal void RemoveFirst(int count)
    {
        if (count > 0)
        {
            Shift(times, count, 1);
            Shift(ids, count, shape.HasIds ? 1 : 0);
            Shift(texts, count, shape.HasTexts ? 1 : 0);
            Shift(numbers, count, shape.HasNumbers ? 1 : 0);
            Shift(words, count, shape.Words);
            Shift(dates, count, shape.Dates);
            Truncate(Count - count);
            Thinned = Thinned < 0 ? -1 : Math.Max(0, Thinned - count);
        }
    }

    /// <summary>Drops those of the first entries that are marked, and says how many of them are left.</summary>
    internal int Drop(ReadOnlySpan<bool> isDropped)
    {
        var to = 0;
        for (var index = 0; index < isDropped.Length; index++)
        {
            if (!isDropped[index])
            {
                Move(index, to++);
            }
        }

        if (to == isDropped.Length)
        {
            return to;
        }

        for (var index = isDropped.Length; index < Count; index++)
        {
            Move(index, to + index - isDropped.Length);
        }

        Truncate(to + Count - isDropped.Length);
        return to;
    }

    /// <summary>Puts an entry at an earlier place over what is there.</summary>
    internal void Move(int from, int to)
    {
        if (from != to)
        {
            times[to] = times[from];
            if (shape.HasIds)
            {
                ids[to] = ids[from];
            }

            Copy(this, from, to);
        }
    }

    /// <summary>Drops all entries behind the first so many.</summary>
    internal void Truncate(int count)
    {
        if (shape.HasIds)
        {
            Array.Clear(ids, count, Count - count);
        }

        if (shape.HasTexts)
        {
            Array.Clear(texts, count, Count - count);
        }

        Count = count;
    }

    internal Track Clone()
    {
        var copy = (Track)MemberwiseClone();
        (copy.times, copy.ids, copy.texts, copy.numbers) = ([.. times], [.. ids], [.. texts], [.. numbers]);
        (copy.words, copy.dates) = ([.. words], [.. dates]);
        return copy;
    }

    private void Copy(Track other, int from, int to)
    {
        if (shape.HasTexts)
        {
            texts[to] = other.texts[from];
        }

        if (shape.HasNumbers)
        {
            numbers[to] = other.numbers[from];
        }

        Array.Copy(other.words, from * shape.Words, words, to * shape.Words, shape.Words);
        Array.Copy(other.dates, from * shape.Dates, dates, to * shape.Dates, shape.Dates);
    }

    private void Shift<T>(T[] column, int by, int stride) => Array.Copy(column, by * stride, column, 0, (Count - by) * stride);

    private void Open<T>(ref T[] column, int at, int stride)
    {
        if (stride == 0)
        {
            return;
        }

        if (column.Length < (Count + 1) * stride)
        {
            Array.Resize(ref column, Math.Max(4, 2 * Count) * stride);
        }

        Array.Copy(column, at * stride, column, (at + 1) * stride, (Count - at) * stride);
        Array.Clear(column, at * stride, stride);
    }
}
