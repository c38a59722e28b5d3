using System.Numerics;
using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>A number over what a profile keeps, as a fraction of whole numbers; null when missing. A closed family.</summary>
internal abstract class LiveMeasure(params TrackPlan[] tracks)
{
    internal TrackPlan[] Tracks => tracks;

    internal abstract Fraction? Of(in LiveFrame frame, ref Clock clock);
}

/// <summary>How many events, or different values.</summary>
internal sealed class CountMeasure(TrackPlan plan, LivePeriod period, Keying keying, EntryFilter? filter) : LiveMeasure(plan)
{
    internal override Fraction? Of(in LiveFrame frame, ref Clock clock)
    {
        var track = frame.Open(plan, period, ref clock, out var low, out var high);
        if (plan.Retention is FoldRetention)
        {
            return new Fraction(track.FoldedCount, 1);
        }

        var keys = new KeySet(keying, frame.Calendar);
        for (var index = low; index < high; index++)
        {
            if (filter is null || filter.Holds(track, index, ref clock))
            {
                keys.Add(track, index);
            }
        }

        return new Fraction(keys.Count, 1);
    }
}

/// <summary>A sum, average, minimum, maximum or median.</summary>
internal sealed class AggregateMeasure(TrackPlan plan, LivePeriod period, NumberAggregate aggregate, EntryFilter? filter) : LiveMeasure(plan)
{
    private static readonly BigInteger Scale = BigInteger.Pow(10, NumberReading.AddendDigits);

    internal override Fraction? Of(in LiveFrame frame, ref Clock clock)
    {
        var track = frame.Open(plan, period, ref clock, out var low, out var high);
        if (plan.Retention is FoldRetention)
        {
            return Averaged(track.FoldedSum, track.FoldedCount);
        }

        var numbers = aggregate == NumberAggregate.Median ? new List<Int128>(high - low) : null;
        var (count, sum, least, greatest) = (0, Int128.Zero, Int128.MaxValue, Int128.MinValue);
        for (var index = low; index < high; index++)
        {
            if (filter is null || filter.Holds(track, index, ref clock))
            {
                var number = track.Number(index);
                numbers?.Add(number);
                (count, sum, least, greatest) = (count + 1, sum + number, Int128.Min(least, number), Int128.Max(greatest, number));
            }
        }

        return aggregate switch
        {
            NumberAggregate.Sum or NumberAggregate.Average => Averaged(sum, count),
            _ when count == 0 => null,
            NumberAggregate.Minimum => new Fraction(least, Scale),
            NumberAggregate.Maximum => new Fraction(greatest, Scale),
            _ => Median(numbers!),
        };
    }

    private static Fraction Median(List<Int128> numbers)
    {
        numbers.Sort();
        return new Fraction((BigInteger)numbers[(numbers.Count - 1) / 2] + numbers[numbers.Count / 2], 2 * Scale);
    }

    private Fraction? Averaged(Int128 sum, long count) =>
        aggregate == NumberAggregate.Sum ? new Fraction(sum, Scale) : count == 0 ? null : new Fraction(sum, Scale * count);
}

/// <summary>One number by another; missing when the other is 0.</summary>
internal sealed class RatioMeasure(LiveMeasure dividend, LiveMeasure divisor) : LiveMeasure([.. dividend.Tracks, .. divisor.Tracks])
{
    internal override Fraction? Of(in LiveFrame frame, ref Clock clock)
    {
        var (above, below) = (dividend.Of(frame, ref clock), divisor.Of(frame, ref clock));
        return above is { } one && below is { Numerator.IsZero: false } other ? one / other : null;
    }
}
