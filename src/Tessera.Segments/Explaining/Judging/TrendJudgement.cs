using System.Numerics;
using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>A number over a length of time against the same number over the length before.</summary>
internal sealed class TrendJudgement : Judgement
{
    private readonly TrendCondition trend;
    private readonly (Fraction? Now, Fraction? Before) values;
    private readonly Lazy<IReadOnlyList<Deed>> counted;
    private readonly BigInteger bound;

    internal TrendJudgement(TrendCondition trend, Judge judge)
        : base(trend, judge)
    {
        this.trend = trend;
        bound = NumberReading.Bound(trend.Change.Value);
        var current = new Meter(trend.Measure, Facts);
        var earlier = new Meter(trend.Measure, Facts, slot: 1, isEarlier: true);
        var stays = current.Stays().Concat(earlier.Stays()).ToList();
        counted = new Lazy<IReadOnlyList<Deed>>(() => [.. stays.Where(stay => stay.From <= Facts.Now).Select(stay => stay.Deed).Distinct().Order(Deed.Order)]);
        Course = Sliding.Of(stays, new AccumulatorTally([current.Main, earlier.Main], _ => Change(current.Number, earlier.Number) is { } change && change.CompareTo(bound) >= 0), Facts.Now);
        values = (current.Number, earlier.Number);
    }

    internal override string Kind => "trend";

    internal override Course Course { get; }

    internal override Account Tell()
    {
        var length = ((InLast)trend.Measure.Sources.First().Period).Length;
        var verb = trend.Trend == Trend.Fell ? "fall" : "rise";
        var fact = $"{Phrases.Measure(trend.Measure)} is {Shown(values.Now)}, and was {Shown(values.Before)} in the {length} before";
        if (Change(values.Now, values.Before) is { } change)
        {
            var percent = Phrases.Double(change);
            fact += percent == 0 ? ": unchanged" : $": {(percent > 0 == (trend.Trend == Trend.Fell) ? "fell" : "rose")} by {Phrases.Number(Math.Abs(Math.Round(percent, 1)))}%";
        }

        return new Account(fact, $"a {verb} of at least {trend.Change}", $"no {verb} of {trend.Change} or more")
        {
            Value = values.Now is { } now ? Phrases.Double(now) : null, Deeds = counted.Value,
        };
    }

    protected override IEnumerable<Plan> Remedies() => Measuring.Ways(
        trend.Measure,
        values.Before is { } before ? [Phrases.Double(before) * (1 - (trend.Change.Value / 100)), Phrases.Double(before) * (1 + (trend.Change.Value / 100))] : [0],
        Facts,
        values.Now,
        Turns);

    private static string Shown(Fraction? number) => number is { } value ? Phrases.Number(value) : "missing";

    /// <summary>The change in hundredths, in the direction asked for; null when there is none to speak of.</summary>
    private Fraction? Change(Fraction? now, Fraction? before)
    {
        if (now is not { } later || before is not { Numerator.IsZero: false } basis)
        {
            return null;
        }

        var difference = (later.Numerator * basis.Denominator) - (basis.Numerator * later.Denominator);
        return new Fraction(difference * (trend.Trend == Trend.Fell ? -100 : 100), BigInteger.Abs(basis.Numerator) * later.Denominator);
    }
}
