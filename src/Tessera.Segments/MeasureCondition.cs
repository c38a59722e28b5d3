namespace Tessera.Segments;

/// <summary><c>sum of revenue of "Order Completed" in the last 90 days &gt; 500</c>: a test of a measure. A missing value passes no test.</summary>
public sealed record MeasureCondition : Expression
{
    /// <summary>Puts a test to a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="test">The test: of a number, number comparisons only; of a value, any comparison.</param>
    /// <exception cref="ArgumentException">The test does not suit the measure.</exception>
    public MeasureCondition(Measure measure, ValueTest test)
    {
        if (!Suits(measure, test))
        {
            throw new ArgumentException($"This measure cannot be tested by '{test}'.", nameof(test));
        }

        (Measure, Test) = (measure, test);
    }

    /// <summary>The measure.</summary>
    public Measure Measure { get; }

    /// <summary>The test.</summary>
    public ValueTest Test { get; }

    internal static bool Suits(Measure measure, ValueTest test) => measure.IsNumber
        ? test is NumberCompares or NumberIsBetween
        : test is not (IsSet or IsInExtremeShare or HasBeen);
}
