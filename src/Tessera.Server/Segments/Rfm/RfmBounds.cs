namespace Tessera.Server.Segments.Rfm;

/// <summary>
/// The four bounds on each axis that the scoring statement compares with: a customer's score is one more than the bounds they are strictly
/// better than (fewer days, more orders, more money).
/// </summary>
/// <remarks>
/// With n customers and x one of their values, "better is larger", let v(i) be the i-th smallest value. Then
/// <c>1 + floor(5·#{values &lt; x}/n) = 1 + #{k in 1..4 : x &gt; v(ceil(k·n/5))}</c>: x is above v(j) exactly when at least j values are below x, and
/// <c>#less ≥ ceil(k·n/5)</c> is the same as <c>5·#less/n ≥ k</c>. So four order statistics decide every score, ties share theirs, and the order
/// of the rows cannot matter.
/// </remarks>
/// <param name="Recency">Days; falling.</param>
/// <param name="Frequency">Orders; rising.</param>
/// <param name="Monetary">Money; rising.</param>
internal sealed record RfmBounds(IReadOnlyList<int> Recency, IReadOnlyList<long> Frequency, IReadOnlyList<decimal> Monetary)
{
    // The engine keeps amounts with four decimals, so this is the smallest difference there is.
    private const decimal SmallestAmount = 0.0001m;

    /// <summary>The bounds that mean the same as fixed thresholds, which are reached by meeting them.</summary>
    public static RfmBounds From(RfmThresholds thresholds) => new(
        [.. thresholds.Recency.Select(days => days + 1)],
        [.. thresholds.Frequency.Select(orders => (long)orders - 1)],
        [.. thresholds.Monetary.Select(amount => (decimal.Ceiling(amount / SmallestAmount) * SmallestAmount) - SmallestAmount)]);

    /// <summary>
    /// The levels at which the engine's <c>quantilesExact</c> picks v(ceil(k·n/5)) for k = 1..4: it takes the value at index
    /// floor(level·n), from 0, and half a step into that index is safe from rounding for any n below 2^50.
    /// </summary>
    /// <param name="customers">n, at least 1.</param>
    public static double[] RisingLevels(long customers) => [.. Enumerable.Range(1, 4).Select(k => LevelOf(Rank(k, customers), customers))];

    /// <summary>The same for an axis where better is smaller (days): the ceil(k·n/5)-th largest value.</summary>
    /// <param name="customers">n, at least 1.</param>
    public static double[] FallingLevels(long customers) =>
        [.. Enumerable.Range(1, 4).Select(k => LevelOf(customers + 1 - Rank(k, customers), customers))];

    private static long Rank(int fifths, long customers) => ((fifths * customers) + 4) / 5;

    private static double LevelOf(long rank, long customers) => (rank - 0.5) / customers;
}
