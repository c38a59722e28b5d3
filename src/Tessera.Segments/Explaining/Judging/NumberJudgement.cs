using System.Numerics;
using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>A number over events passes a comparison; a missing one passes none.</summary>
internal sealed class NumberJudgement : Judgement
{
    private readonly MeasureCondition condition;
    private readonly Meter meter;
    private readonly Fraction? number;
    private readonly (Fraction? Dividend, Fraction? Divisor) ratio;
    private readonly Lazy<IReadOnlyList<Deed>> counted;
    private readonly (BigInteger Low, BigInteger High) bounds;

    internal NumberJudgement(MeasureCondition condition, Judge judge)
        : base(condition, judge)
    {
        this.condition = condition;
        bounds = condition.Test switch
        {
            NumberIsBetween between => (NumberReading.Bound(between.Low), NumberReading.Bound(between.High)),
            NumberCompares compares => (NumberReading.Bound(compares.Value), NumberReading.Bound(compares.Value)),
            _ => throw new NotSupportedException(condition.Test.GetType().Name),
        };
        meter = new Meter(condition.Measure, Facts);
        var stays = meter.Stays();
        counted = new Lazy<IReadOnlyList<Deed>>(() => [.. stays.Where(stay => stay.From <= Facts.Now).Select(stay => stay.Deed).Distinct().Order(Deed.Order)]);
        var slots = condition.Measure is RatioOf ? [meter.At(0), meter.At(1)] : new[] { meter.At(0) };
        Course = Sliding.Of(stays, new AccumulatorTally(slots, _ => Passes(meter.Number)), Facts.Now);
        (number, ratio) = (meter.Number, meter.Ratio);
    }

    internal override string Kind => "measure";

    internal override Course Course { get; }

    internal override Account Tell()
    {
        var (needed, denied) = Demands.Of(condition.Test);
        var fact = $"{Phrases.Measure(condition.Measure)} is {(number is { } found ? Phrases.Number(found) : "missing")}";
        if (condition.Measure is RatioOf)
        {
            fact += $" ({(ratio.Dividend is { } above ? Phrases.Number(above) : "missing")} to {(ratio.Divisor is { } below ? Phrases.Number(below) : "missing")})";
        }

        return new Account(fact, needed, denied) { Value = number is { } value ? Phrases.Double(value) : null, Deeds = counted.Value };
    }

    protected override IEnumerable<Plan> Remedies() => Measuring.Ways(condition.Measure, Bounds(), Facts, number, Turns);

    private IEnumerable<double> Bounds() => condition.Test is NumberIsBetween between ? [between.Low, between.High] : [((NumberCompares)condition.Test).Value];

    private bool Passes(Fraction? found) => found is { } value && (condition.Test is NumberCompares compares
        ? ValueCheck.Compare(value.CompareTo(bounds.Low), compares.Comparison)
        : value.CompareTo(bounds.Low) >= 0 && value.CompareTo(bounds.High) <= 0);
}
