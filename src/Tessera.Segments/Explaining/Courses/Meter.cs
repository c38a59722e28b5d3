using Tessera.Segments.Live;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining.Courses;

/// <summary>A measure made ready: which deeds count for it while when, and what they come to.</summary>
internal sealed class Meter
{
    private readonly Facts facts;
    private readonly int slot;
    private readonly bool isEarlier;
    private readonly List<(Measure Measure, Accumulator Accumulator)> sources = [];

    /// <summary>Makes a measure ready.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="slot">The first slot that its stays have.</param>
    /// <param name="isEarlier">Whether the period before the one named is meant, as a trend compares with.</param>
    internal Meter(Measure measure, Facts facts, int slot = 0, bool isEarlier = false)
    {
        (Measure, this.facts, this.slot, this.isEarlier) = (measure, facts, slot, isEarlier);
        foreach (var part in measure is RatioOf ratio ? new[] { ratio.Dividend, ratio.Divisor } : [measure])
        {
            sources.Add((part, Of(part)));
        }
    }

    internal Measure Measure { get; }

    internal Accumulator Main => sources[0].Accumulator;

    /// <summary>The number now, or null when missing.</summary>
    internal Fraction? Number => sources.Count == 1 ? Main.Number
        : Main.Number is { } above && sources[1].Accumulator.Number is { Numerator.IsZero: false } below ? above / below
        : null;

    /// <summary>The two numbers of a ratio.</summary>
    internal (Fraction? Dividend, Fraction? Divisor) Ratio => (Main.Number, sources[^1].Accumulator.Number);

    internal List<Stay> Stays()
    {
        List<Stay> stays = [];
        foreach (var (index, (part, _)) in sources.Index())
        {
            var (selector, period) = part.Sources.First();
            var ready = new PeriodStays(period, facts);
            stays.AddRange(new Selector(selector, facts).Stays(
                facts.Calls, isEarlier ? time => PeriodStays.BeforeThat((InLast)period, time) : ready.Of, slot + index));
        }

        return stays;
    }

    /// <summary>What stands for one of its slots.</summary>
    internal Accumulator At(int index) => sources[index].Accumulator;

    private static Accumulator Of(Measure measure) => measure switch
    {
        CountOf => new CountAccumulator(),
        DistinctCountOf distinct => new CountAccumulator(deed => deed.Text(distinct.Property)),
        AggregateOf { Aggregate: NumberAggregate.Sum or NumberAggregate.Average } aggregate => new SumAccumulator(aggregate.Property, aggregate.Aggregate == NumberAggregate.Average),
        AggregateOf aggregate => new OrderAccumulator(aggregate.Property, aggregate.Aggregate),
        OccurrenceOf occurrence => new OccurrenceAccumulator(occurrence.Occurrence, occurrence.Property),
        MostFrequentOf frequent => new FrequencyAccumulator(frequent.Property),
        _ => throw new NotSupportedException(measure.GetType().Name),
    };
}
