using System.Numerics;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining.Courses;

/// <summary>A number, or a value, over the deeds that count just now. A closed family.</summary>
internal abstract class Accumulator
{
    /// <summary>The number as a fraction, or null when it is missing or what is kept is no number.</summary>
    internal virtual Fraction? Number => null;

    /// <summary>The value, missing where there is none.</summary>
    internal virtual RawValue Value => default;

    /// <summary>Takes in many at once, first.</summary>
    internal virtual void Fill(IEnumerable<Deed> deeds)
    {
        foreach (var deed in deeds)
        {
            Move(deed, comes: true);
        }
    }

    /// <summary>One more counts, or one no longer does.</summary>
    internal abstract void Move(Deed deed, bool comes);
}

/// <summary>How many deeds, or different days or values.</summary>
/// <param name="key">What makes deeds different; null for each on its own. A deed without a key does not count.</param>
internal sealed class CountAccumulator(Func<Deed, object?>? key = null) : Accumulator
{
    private readonly Dictionary<object, int> keys = [];
    private int all;

    internal int Count => key is null ? all : keys.Count;

    internal override Fraction? Number => new Fraction(Count, BigInteger.One);

    internal override void Move(Deed deed, bool comes)
    {
        all += comes ? 1 : -1;
        if (key?.Invoke(deed) is { } found)
        {
            var count = keys.GetValueOrDefault(found) + (comes ? 1 : -1);
            if (count == 0)
            {
                keys.Remove(found);
            }
            else
            {
                keys[found] = count;
            }
        }
    }
}

/// <summary>A sum or an average.</summary>
internal sealed class SumAccumulator(ValuePath property, bool isAverage) : Accumulator
{
    private static readonly BigInteger Scale = BigInteger.Pow(10, NumberReading.AddendDigits);
    private BigInteger sum;
    private int count;

    internal override Fraction? Number => !isAverage ? new Fraction(sum, Scale) : count == 0 ? null : new Fraction(sum, Scale * count);

    // An addend is below 10^27, so that no number of deeds there could be comes near the end of what is added in.
    internal override void Fill(IEnumerable<Deed> deeds)
    {
        var all = Int128.Zero;
        foreach (var deed in deeds)
        {
            if (deed.Addend(property) is { } addend)
            {
                all += addend;
                count++;
            }
        }

        sum += all;
    }

    internal override void Move(Deed deed, bool comes)
    {
        if (deed.Addend(property) is { } addend)
        {
            (sum, count) = comes ? (sum + addend, count + 1) : (sum - addend, count - 1);
        }
    }
}

/// <summary>A minimum, maximum or median: all numbers in order.</summary>
internal sealed class OrderAccumulator(ValuePath property, NumberAggregate aggregate) : Accumulator
{
    private static readonly BigInteger Scale = BigInteger.Pow(10, NumberReading.AddendDigits);
    private readonly List<Int128> numbers = [];

    internal override Fraction? Number => numbers.Count == 0 ? null : aggregate switch
    {
        NumberAggregate.Minimum => new Fraction(numbers[0], Scale),
        NumberAggregate.Maximum => new Fraction(numbers[^1], Scale),
        _ => new Fraction((BigInteger)numbers[(numbers.Count - 1) / 2] + numbers[numbers.Count / 2], 2 * Scale),
    };

    internal override void Fill(IEnumerable<Deed> deeds)
    {
        foreach (var deed in deeds)
        {
            if (deed.Addend(property) is { } number)
            {
                numbers.Add(number);
            }
        }

        numbers.Sort();
    }

    internal override void Move(Deed deed, bool comes)
    {
        if (deed.Addend(property) is not { } number)
        {
            return;
        }

        var place = numbers.BinarySearch(number);
        if (comes)
        {
            numbers.Insert(place < 0 ? ~place : place, number);
        }
        else
        {
            numbers.RemoveAt(place);
        }
    }
}

/// <summary>The text that most deeds have; of several, the smallest.</summary>
internal sealed class FrequencyAccumulator(ValuePath property) : Accumulator
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly SortedSet<(int Count, string Text)> order = new(Comparer<(int Count, string Text)>.Create(
        static (left, right) => left.Count != right.Count ? right.Count.CompareTo(left.Count) : TextOrder.Instance.Compare(left.Text, right.Text)));

    internal override RawValue Value => order.Count == 0 ? default : RawValue.Of(order.Min.Text);

    /// <summary>How often each text is there.</summary>
    internal IReadOnlyDictionary<string, int> Counts => counts;

    internal override void Fill(IEnumerable<Deed> deeds)
    {
        foreach (var deed in deeds)
        {
            if (deed.Text(property) is { } text)
            {
                counts[text] = counts.GetValueOrDefault(text) + 1;
            }
        }

        order.UnionWith(counts.Select(found => (found.Value, found.Key)));
    }

    internal override void Move(Deed deed, bool comes)
    {
        if (deed.Text(property) is not { } text)
        {
            return;
        }

        var before = counts.GetValueOrDefault(text);
        var after = before + (comes ? 1 : -1);
        order.Remove((before, text));
        counts[text] = after;
        if (after > 0)
        {
            order.Add((after, text));
        }
        else
        {
            counts.Remove(text);
        }
    }
}

/// <summary>The first or the last deed, of those that have a property where one is asked for.</summary>
internal sealed class OccurrenceAccumulator(Occurrence occurrence, ValuePath? property = null) : Accumulator
{
    private readonly SortedSet<Deed> deeds = new(Deed.Order);

    /// <summary>The deed, or null.</summary>
    internal Deed? Found => occurrence == Occurrence.First ? deeds.Min : deeds.Max;

    internal override RawValue Value => Found is { } deed && property is not null ? RawValue.Property(deed.Call, property.Segments) : default;

    internal override void Move(Deed deed, bool comes)
    {
        if (property is not null && RawValue.Property(deed.Call, property.Segments).IsMissing)
        {
            return;
        }

        if (comes)
        {
            deeds.Add(deed);
        }
        else
        {
            deeds.Remove(deed);
        }
    }
}
