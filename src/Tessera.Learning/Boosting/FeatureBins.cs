using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tessera.Learning.Boosting;

/// <summary>How the values of one feature become bins: 0 for missing, from 1 on the intervals of a number or the categories.</summary>
internal sealed class FeatureBins
{
    public const byte MissingBin = 0;

    // The search compares with every sixteenth bound and then with the sixteen before it; the last is always infinite.
    private const int Fan = 16;

    private readonly double[] upperBounds;
    private readonly double[] search;
    private readonly double[] pivots;
    private readonly byte[] binsByCode;

    private FeatureBins(bool isCategorical, double[] upperBounds, byte[] binsByCode, int count)
    {
        IsCategorical = isCategorical;
        this.upperBounds = upperBounds;
        this.binsByCode = binsByCode;
        Count = count;
        search = new double[Fan * Fan];
        Array.Fill(search, double.PositiveInfinity);
        upperBounds.CopyTo(search, 0);
        pivots = [.. search.Where((_, index) => index % Fan == Fan - 1)];
    }

    public bool IsCategorical { get; }

    /// <summary>How many bins there are, with that of missing values.</summary>
    public int Count { get; }

    /// <summary>The bins of a number: its quantiles, or a bin for each value when they are few.</summary>
    /// <param name="values">A sample; not-a-number is skipped. Sorted in place.</param>
    /// <param name="maximumBins">The most bins without that of missing values.</param>
    public static FeatureBins OfNumbers(Span<double> values, int maximumBins)
    {
        values.Sort();
        // Not-a-number sorts first.
        var start = 0;
        while (start < values.Length && double.IsNaN(values[start]))
        {
            start++;
        }

        var bounds = Bounds(values[start..], maximumBins);
        return new FeatureBins(isCategorical: false, bounds, [], bounds.Length + 2);
    }

    /// <summary>The bins of a category: one each for the most frequent; the others count as missing.</summary>
    public static FeatureBins OfCategories(ReadOnlySpan<double> codes, int categories, int maximumBins)
    {
        var counts = new int[categories];
        foreach (var code in codes)
        {
            if (!double.IsNaN(code))
            {
                counts[(int)code]++;
            }
        }

        var binOfCategory = new byte[categories];
        byte next = MissingBin + 1;
        var kept = Enumerable.Range(0, categories).Where(code => counts[code] > 0)
            .OrderByDescending(code => counts[code]).ThenBy(code => code).Take(maximumBins).Order();
        foreach (var code in kept)
        {
            binOfCategory[code] = next++;
        }

        return new FeatureBins(isCategorical: true, [], binOfCategory, next);
    }

    /// <summary>Writes the bins of many values, each some cells after the one before.</summary>
    /// <param name="values">The values.</param>
    /// <param name="bins">Where to.</param>
    /// <param name="stride">The distance between cells.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(ReadOnlySpan<double> values, Span<byte> bins, int stride)
    {
        var cell = 0;
        foreach (var value in values)
        {
            bins[cell] = double.IsNaN(value) ? MissingBin : IsCategorical ? binsByCode[(int)value] : (byte)(1 + CountBelow(value));
            cell += stride;
        }
    }

    /// <summary>The largest number in a bin: what a split behind it compares with.</summary>
    public double UpperBound(int bin) => upperBounds[bin - 1];

    /// <summary>The bin of each category, by code.</summary>
    public ReadOnlySpan<byte> BinOfCategory => binsByCode;

    // The number of bounds below the value. Comparing with all of sixteen at once beats halving, whose every step waits for the last.
    private int CountBelow(double value)
    {
        var wanted = Vector512.Create(value);
        var segment = Fan * CountBelow(ref MemoryMarshal.GetArrayDataReference(pivots), wanted);
        return segment + CountBelow(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(search), segment), wanted);
    }

    private static int CountBelow(ref double sixteen, Vector512<double> value)
    {
        var first = Vector512.LessThan(Vector512.LoadUnsafe(ref sixteen), value).ExtractMostSignificantBits();
        var second = Vector512.LessThan(Vector512.LoadUnsafe(ref sixteen, 8), value).ExtractMostSignificantBits();
        return BitOperations.PopCount(first | (second << 8));
    }

    private static double[] Bounds(ReadOnlySpan<double> sorted, int maximumBins)
    {
        var bounds = new List<double>();
        var distinct = CountDistinct(sorted);
        var inBin = 0;
        var binsLeft = maximumBins;
        var rowsLeft = sorted.Length;
        for (var start = 0; start < sorted.Length && binsLeft > 1;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            inBin += end - start;
            var isFull = distinct <= maximumBins || (long)inBin * binsLeft >= rowsLeft;
            if (isFull && end < sorted.Length)
            {
                bounds.Add(Between(sorted[start], sorted[end]));
                rowsLeft -= inBin;
                binsLeft--;
                inBin = 0;
            }

            start = end;
        }

        return [.. bounds];
    }

    private static int CountDistinct(ReadOnlySpan<double> sorted)
    {
        var distinct = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        return distinct;
    }

    // Half-way, but never the upper value itself, which belongs to the next bin.
    private static double Between(double lower, double upper)
    {
        var middle = (lower / 2) + (upper / 2);
        return middle >= lower && middle < upper ? middle : lower;
    }
}
