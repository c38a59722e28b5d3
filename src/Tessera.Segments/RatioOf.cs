namespace Tessera.Segments;

/// <summary><c>ratio of A to B</c>: missing when B is 0 or either is missing.</summary>
public sealed record RatioOf : Measure
{
    /// <summary>Creates a ratio.</summary>
    /// <param name="dividend">The number divided.</param>
    /// <param name="divisor">The number it is divided by.</param>
    /// <exception cref="ArgumentException">One of them is no number, or itself a ratio.</exception>
    public RatioOf(Measure dividend, Measure divisor)
    {
        if (!IsPart(dividend) || !IsPart(divisor))
        {
            throw new ArgumentException("A ratio is of two counts, sums, averages, minima, maxima or medians.", nameof(dividend));
        }

        (Dividend, Divisor) = (dividend, divisor);
    }

    /// <summary>The number divided.</summary>
    public Measure Dividend { get; }

    /// <summary>The number it is divided by.</summary>
    public Measure Divisor { get; }

    /// <inheritdoc/>
    public override bool IsNumber => true;

    internal override IEnumerable<(EventSelector Event, Period Period)> Sources => Dividend.Sources.Concat(Divisor.Sources);

    internal static bool IsPart(Measure measure) => measure.IsNumber && measure is not RatioOf;
}
