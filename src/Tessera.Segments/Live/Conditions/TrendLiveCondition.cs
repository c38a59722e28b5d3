using System.Numerics;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>A number over a length of time against the same number over the length before. State: what both are made of.</summary>
internal sealed class TrendLiveCondition(LiveMeasure current, LiveMeasure earlier, Trend trend, double change) : LiveCondition(current.Tracks)
{
    private readonly BigInteger bound = NumberReading.Bound(change);

    internal override bool Holds(in LiveFrame frame, ref Clock clock)
    {
        var (now, before) = (current.Of(frame, ref clock), earlier.Of(frame, ref clock));
        if (now is not { } later || before is not { Numerator.IsZero: false } basis)
        {
            return false;
        }

        // (later - basis) / |basis| in hundredths, over the product of both denominators.
        var difference = (later.Numerator * basis.Denominator) - (basis.Numerator * later.Denominator);
        return new Fraction(difference * (trend == Trend.Fell ? -100 : 100), BigInteger.Abs(basis.Numerator) * later.Denominator).CompareTo(bound) >= 0;
    }
}
