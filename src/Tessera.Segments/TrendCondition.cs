namespace Tessera.Segments;

/// <summary>
/// <c>count of "Export File" in the last 14 days fell by at least 50%</c>: against the same span before, <c>(t - 2D, t - D]</c>.
/// Does not hold when the earlier value is 0 or either is missing.
/// </summary>
public sealed record TrendCondition : Expression
{
    /// <summary>Creates the condition.</summary>
    /// <param name="measure">A number over one period <c>in the last D</c>.</param>
    /// <param name="trend">The direction.</param>
    /// <param name="change">How much at least.</param>
    /// <exception cref="ArgumentException">The measure is no number over such a period.</exception>
    public TrendCondition(Measure measure, Trend trend, Percentage change)
    {
        if (!Suits(measure))
        {
            throw new ArgumentException("A trend needs a number over a period 'in the last …'.", nameof(measure));
        }

        (Measure, Trend, Change) = (measure, trend, change);
    }

    /// <summary>The number.</summary>
    public Measure Measure { get; }

    /// <summary>The direction.</summary>
    public Trend Trend { get; }

    /// <summary>How much at least.</summary>
    public Percentage Change { get; }

    internal static bool Suits(Measure measure) => RatioOf.IsPart(measure) && measure.Sources.All(source => source.Period is InLast);
}
