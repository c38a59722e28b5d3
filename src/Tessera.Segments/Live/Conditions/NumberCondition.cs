using System.Numerics;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>A number over events passes a comparison; a missing one passes none.</summary>
internal sealed class NumberCondition(LiveMeasure measure, ValueTest test) : LiveCondition(measure.Tracks)
{
    private readonly (BigInteger Low, BigInteger High) bounds = test switch
    {
        NumberCompares compares => (NumberReading.Bound(compares.Value), NumberReading.Bound(compares.Value)),
        NumberIsBetween between => (NumberReading.Bound(between.Low), NumberReading.Bound(between.High)),
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    internal override bool Holds(in LiveFrame frame, ref Clock clock) => measure.Of(frame, ref clock) is { } number
        && (test is NumberCompares compares
            ? ValueCheck.Compare(number.CompareTo(bounds.Low), compares.Comparison)
            : number.CompareTo(bounds.Low) >= 0 && number.CompareTo(bounds.High) <= 0);
}
