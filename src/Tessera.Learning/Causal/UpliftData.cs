using Tessera.Learning.Data;

namespace Tessera.Learning.Causal;

/// <summary>What uplift is learned from: rows of a randomised test, with who was treated and what came of it.</summary>
public sealed class UpliftData
{
    private readonly bool[] treated;
    private readonly double[] outcome;

    /// <summary>Creates it.</summary>
    /// <param name="features">The inputs, n rows, known before the treatment.</param>
    /// <param name="treated">Whether each row was treated, [n]; assigned at random.</param>
    /// <param name="outcome">What came of it, [n]: 0 or 1, or any finite number.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="NotEstimableException">Nobody was treated or everybody, or an outcome is not finite.</exception>
    public UpliftData(FeatureFrame features, ReadOnlySpan<bool> treated, ReadOnlySpan<double> outcome)
    {
        if (treated.Length != features.RowCount || outcome.Length != features.RowCount)
        {
            throw new ArgumentException($"{features.RowCount} rows of features have {treated.Length} treatments and {outcome.Length} outcomes.", nameof(treated));
        }

        if (!treated.Contains(value: true) || !treated.Contains(value: false))
        {
            throw new NotEstimableException("Uplift needs rows that were treated and rows that were not.");
        }

        foreach (var value in outcome)
        {
            if (!double.IsFinite(value))
            {
                throw new NotEstimableException("An outcome is missing or infinite.");
            }
        }

        Features = features;
        this.treated = treated.ToArray();
        this.outcome = outcome.ToArray();
    }

    /// <summary>The inputs.</summary>
    public FeatureFrame Features { get; }

    /// <summary>How many rows there are.</summary>
    public int RowCount => outcome.Length;

    /// <summary>Whether each row was treated, [n].</summary>
    public ReadOnlySpan<bool> Treated => treated;

    /// <summary>What came of it, [n].</summary>
    public ReadOnlySpan<double> Outcome => outcome;

    /// <summary>The share of treated rows.</summary>
    public double TreatedShare => (double)treated.Count(each => each) / treated.Length;

    /// <summary>The data of some rows, in the given order.</summary>
    /// <param name="rows">The rows, from 0.</param>
    public UpliftData Take(ReadOnlySpan<int> rows)
    {
        var takenTreated = new bool[rows.Length];
        var takenOutcome = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            (takenTreated[i], takenOutcome[i]) = (treated[rows[i]], outcome[rows[i]]);
        }

        return new UpliftData(Features.Take(rows), takenTreated, takenOutcome);
    }

    /// <summary>The rows of one arm.</summary>
    internal int[] Arm(bool isTreated) => [.. Enumerable.Range(0, RowCount).Where(row => treated[row] == isTreated)];
}
